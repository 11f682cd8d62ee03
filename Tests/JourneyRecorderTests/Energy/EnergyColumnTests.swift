import Testing

@testable import JourneyRecorder

@Suite struct EnergyColumnTests {
    @Test(
        "a header tells what is in its column by its unit",
        arguments: [
            ("timestamp_s", EnergyColumn.time), ("Time (s)", .time), ("ts", .time), ("Heure", .time), ("W", .watts),
            ("power_mW", .milliwatts), ("Main Avg Power (mW)", .milliwatts), ("current_mA", .milliamperes),
            ("courant [µA]", .microamperes), ("voltage_V", .volts), ("Battery mV", .millivolts), ("energy_J", .joules),
            ("energy_uj", .microjoules), ("value_uws", .microjoules), ("charge_counter_uAh", .microampereHours),
            ("mAh", .milliampereHours), ("Wh", .wattHours),
        ])
    func recognised(_ header: String, _ column: EnergyColumn) {
        #expect(EnergyColumn(header: header) == column)
    }

    @Test("a header without unit tells nothing", arguments: ["", "power", "voltage", "level", "temp_C", "note"])
    func unknown(_ header: String) {
        #expect(EnergyColumn(header: header) == nil)
    }

    @Test("units of time are told by the last word")
    func timeUnits() {
        #expect(EnergyColumn.timeUnit("timestamp_s") == 1_000_000_000)
        #expect(EnergyColumn.timeUnit("Time (ms)") == 1_000_000)
        #expect(EnergyColumn.timeUnit("time_us") == 1000)
        #expect(EnergyColumn.timeUnit("elapsed_ns") == 1)
        #expect(EnergyColumn.timeUnit("time") == nil)
    }

    @Test("a thousandth of a unit is a thousandth, and an hour has 3600 seconds")
    func scales() {
        let pairs: [(EnergyColumn, EnergyColumn, Double)] = [
            (.milliwatts, .watts, 1e3), (.microwatts, .watts, 1e6), (.milliamperes, .amperes, 1e3),
            (.microamperes, .amperes, 1e6), (.millivolts, .volts, 1e3), (.microvolts, .volts, 1e6),
            (.millijoules, .joules, 1e3), (.microjoules, .joules, 1e6), (.joules, .wattHours, 3600),
            (.milliwattHours, .wattHours, 1e3), (.milliampereHours, .ampereHours, 1e3),
            (.microampereHours, .ampereHours, 1e6),
        ]
        for (small, large, count) in pairs {
            #expect(abs(small.scale * count - large.scale) < 1e-9 * large.scale, "\(small)")
            #expect(small.quantity == large.quantity)
        }
        #expect(EnergyColumn.ampereHours.scale == 60 * 60)
    }
}
