//! Moments as Salesforce writes them, compared as texts.

/// Whether a moment has passed; a day has passed when it begins.
pub(super) fn is_over(expires: &str, now: u64) -> bool {
    expires.get(..19).unwrap_or(expires) <= moment(now).as_str()
}

/// A moment as the start of Salesforce's notation, `2027-01-31T08:00:00`, in UTC.
pub(crate) fn moment(milliseconds: u64) -> String {
    let seconds = milliseconds / 1000;
    // Days since 1 March of the year 0, so that a leap day ends its year (Hinnant's civil-from-days).
    let days = seconds / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}
