import Documents
import Glibc

/// This machine's clock.
enum SystemClock {
    /// The current time, to the nanosecond that the system gives.
    static func now() -> Timestamp {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }
}
