import Documents
import Glibc
import JourneyRecorder

/// This machine's clock.
enum SystemClock {
    /// The current time, to the nanosecond that the system gives.
    static func now() -> Timestamp {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    /// How long this machine has been running, by clocks that nobody sets (clock_gettime(2)).
    static func machineTime() -> MachineTime? {
        func nanoseconds(_ clock: clockid_t) -> Int64 {
            var time = timespec()
            unsafe clock_gettime(clock, &time)
            return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
        }
        return MachineTime(elapsed: nanoseconds(CLOCK_BOOTTIME), awake: nanoseconds(CLOCK_MONOTONIC))
    }
}
