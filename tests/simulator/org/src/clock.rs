//! The org's clock: the real time, or a time that a test has set.

use chrono::{DateTime, Duration, Utc};

/// Tells the org's time; a test may set it or move it, so that expiry can be tried.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    fixed: Option<DateTime<Utc>>,
    offset: Duration,
}

impl Clock {
    /// The time now, in the org.
    pub fn now(&self) -> DateTime<Utc> {
        self.fixed.unwrap_or_else(Utc::now) + self.offset
    }

    /// Stops the clock at this time.
    pub fn set(&mut self, time: DateTime<Utc>) {
        self.fixed = Some(time);
        self.offset = Duration::zero();
    }

    /// Moves the clock on.
    pub fn advance(&mut self, by: Duration) {
        self.offset += by;
    }

    /// The time now as the REST interface writes it: `2026-11-24T02:40:23.000+0000`.
    pub fn stamp(&self) -> String {
        stamp(self.now())
    }
}

/// A time as the REST interface writes it.
pub(crate) fn stamp(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%dT%H:%M:%S%.3f+0000").to_string()
}

/// Reads a time as the REST interface writes it, or any RFC 3339 time.
pub(crate) fn parse_stamp(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f%z")
        .or_else(|_| DateTime::parse_from_rfc3339(text))
        .ok()
        .map(|time| time.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_reads_back() {
        let mut clock = Clock::default();
        clock.set("2026-11-24T02:40:23.500Z".parse().unwrap());
        assert_eq!(clock.stamp(), "2026-11-24T02:40:23.500+0000");
        assert_eq!(parse_stamp(&clock.stamp()), Some(clock.now()));
        clock.advance(Duration::hours(1));
        assert_eq!(clock.stamp(), "2026-11-24T03:40:23.500+0000");
        assert_eq!(parse_stamp("tomorrow"), None);
    }
}
