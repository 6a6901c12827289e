//! The language of a run.
//!
//! In: `--lang`, else the locale of the environment. Out: one of two languages; `fr_SN.UTF-8` shows « propos sans source ».

/// A language that a desk reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[non_exhaustive]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// Reads the language of a locale such as `fr_FR.UTF-8`; every other one than French shows English.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let tongue = locale.split(['_', '-', '.', '@']).next().unwrap_or("");
        if tongue.eq_ignore_ascii_case("fr") {
            Self::Fr
        } else {
            Self::En
        }
    }

    /// Asks the environment, in the order of POSIX: `LC_ALL`, `LC_MESSAGES`, `LANG`; an empty variable counts as unset.
    #[must_use]
    pub fn from_environment() -> Self {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|locale| !locale.is_empty())
            .map_or(Self::En, |locale| Self::of_locale(&locale))
    }

    /// Gives the two letters of BCP 47.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn reads_french_from_any_french_locale() {
        for locale in ["fr", "fr_FR.UTF-8", "fr-CH", "FR", "fr@euro"] {
            assert_eq!(Lang::of_locale(locale), Lang::Fr, "{locale}");
        }
        for locale in ["C", "POSIX", "en_GB.UTF-8", "frr_DE", "de_CH", ""] {
            assert_eq!(Lang::of_locale(locale), Lang::En, "{locale}");
        }
    }
}
