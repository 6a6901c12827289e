//! Who is named in an article, with all forms of the name.
//!
//! In: names, sorts and the places of other forms. Out: one [`Entity`] for each, by its number; « Léa Blin » and « Mme Blin » are one.

use crate::contract::SourceType;
use crate::span::Span;

/// Somebody or something named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entity<'a> {
    /// Fullest name.
    pub name: &'a str,
    /// Sort of speaker.
    pub kind: SourceType,
    /// Where its forms stand.
    forms: &'a [Span],
}

impl Entity<'_> {
    /// Gives the other forms of the name in the article's text, each once.
    #[must_use]
    pub fn aliases<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut others: Vec<&str> = Vec::new();
        for form in self.forms.iter().map(|form| form.of(text)) {
            if form != self.name && !others.contains(&form) {
                others.push(form);
            }
        }
        others
    }
}

/// Everybody who is named in an article. Most are never asked for, so that all share one string and one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    names: String,
    forms: Vec<Span>,
    rows: Vec<Row>,
}

/// Where the name and the forms of an entity end; they begin where those of the entity before end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Row {
    name: u32,
    form: u32,
    kind: SourceType,
}

impl Entities {
    /// Makes room for `count` entities.
    pub(crate) fn with_capacity(count: usize) -> Self {
        Self {
            names: String::with_capacity(count * 24),
            forms: Vec::with_capacity(count * 2),
            rows: Vec::with_capacity(count),
        }
    }

    /// Adds an entity behind the others.
    pub(crate) fn add(&mut self, name: &str, kind: SourceType, forms: &[Span]) {
        self.names.push_str(name);
        self.forms.extend_from_slice(forms);
        self.rows.push(Row {
            name: self.names.len() as u32,
            form: self.forms.len() as u32,
            kind,
        });
    }

    /// Gives the entity with this number.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<Entity<'_>> {
        let row = self.rows.get(number)?;
        let before = number.checked_sub(1).and_then(|n| self.rows.get(n));
        let start = before.copied().unwrap_or_default();
        Some(Entity {
            name: self.names.get(start.name as usize..row.name as usize)?,
            kind: row.kind,
            forms: self.forms.get(start.form as usize..row.form as usize)?,
        })
    }

    /// Gives all entities in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = Entity<'_>> {
        (0..self.len()).filter_map(|number| self.get(number))
    }

    /// Gives how many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Tells whether nobody is named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Entities;
    use crate::contract::SourceType;
    use crate::span::Span;

    #[test]
    fn gives_the_names_and_each_other_form_once() {
        let text = "Léa Blin, Mme Blin, Mme Blin";
        let forms = [Span::new(0, 9), Span::new(11, 19), Span::new(21, 29)];
        let mut entities = Entities::default();
        entities.add("Léa Blin", SourceType::Person, &forms);
        entities.add("KCNA", SourceType::Agency, &[]);
        let named: Vec<_> = entities.iter().map(|e| (e.name, e.aliases(text))).collect();
        assert_eq!(named, [("Léa Blin", vec!["Mme Blin"]), ("KCNA", vec![])]);
        assert_eq!(entities.get(2), None);
    }
}
