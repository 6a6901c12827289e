//! A list that is almost always short: its first items lie in the value itself, without an allocation.
//!
//! In: items, one by one. Out: a slice of them: « le Premier ministre Paul Orsini » has two words in its name.

use std::ops::Deref;

/// A list whose first `N` items need no allocation.
#[derive(Clone, Debug)]
pub(crate) struct Few<T, const N: usize> {
    len: usize,
    near: [T; N],
    /// All items, once there are more than `N`.
    far: Vec<T>,
}

impl<T: Copy, const N: usize> Few<T, N> {
    /// Forgets all items.
    pub(crate) fn clear(&mut self) {
        self.len = 0;
        self.far.clear();
    }

    /// Adds some items.
    pub(crate) fn extend_from_slice(&mut self, items: &[T]) {
        match self.near.get_mut(self.len..self.len + items.len()) {
            Some(places) if self.far.is_empty() => {
                places.copy_from_slice(items);
                self.len += items.len();
            }
            _ => items.iter().for_each(|item| self.push(*item)),
        }
    }

    /// Adds an item.
    pub(crate) fn push(&mut self, item: T) {
        if self.far.is_empty() {
            if let Some(place) = self.near.get_mut(self.len) {
                *place = item;
                self.len += 1;
                return;
            }
            self.far.extend_from_slice(&self.near);
        }
        self.far.push(item);
    }
}

impl<T: Copy + Default, const N: usize> Default for Few<T, N> {
    fn default() -> Self {
        Self {
            len: 0,
            near: [T::default(); N],
            far: Vec::new(),
        }
    }
}

impl<T, const N: usize> Deref for Few<T, N> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        if self.far.is_empty() {
            self.near.get(..self.len).unwrap_or(&[])
        } else {
            &self.far
        }
    }
}

impl<T: Copy + Default, const N: usize> FromIterator<T> for Few<T, N> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut few = Self::default();
        for item in items {
            few.push(item);
        }
        few
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn keeps_all_items_in_order_when_there_are_many() {
        for count in [0, 1, 3, 4, 9] {
            let few: Few<u16, 3> = (0..count).collect();
            let all: Vec<u16> = (0..count).collect();
            assert_eq!(*few, all);
            let (one, rest) = all.split_at(all.len().min(1));
            let mut few: Few<u16, 3> = one.iter().copied().collect();
            few.extend_from_slice(rest);
            assert_eq!(*few, all);
        }
    }
}
