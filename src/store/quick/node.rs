//! Values for serde, answered as `yaml_serde` answers.

use std::fmt::{self, Display};

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::reader::{Form, Part, Reader};
use super::scalar::Scalar;
use super::text::NotQuick;

/// What a text says; `None` where the parser must be asked, be it that the text has a fault.
pub(in crate::store) fn quick<'t, T: Deserialize<'t>>(text: &'t str) -> Option<T> {
    let (mut reader, part) = Reader::of(text).ok()?;
    let value = T::deserialize(Node { reader: &mut reader, part }).ok()?;
    reader.is_at_end().then_some(value)
}

impl de::Error for NotQuick {
    fn custom<T: Display>(_: T) -> NotQuick {
        NotQuick
    }
}

impl Display for NotQuick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not understood")
    }
}

impl std::error::Error for NotQuick {}

/// A part of the text at which the reader stands.
struct Node<'r, 't> {
    reader: &'r mut Reader<'t>,
    part: Part<'t>,
}

impl<'t> Node<'_, 't> {
    fn scalar(&self) -> Result<Scalar<'t>, NotQuick> {
        match self.part {
            Part::Scalar(scalar) => Ok(scalar),
            Part::List(_) | Part::Map(_) => Err(NotQuick),
        }
    }

    fn list<V: Visitor<'t>>(self, form: Form, visitor: V) -> Result<V::Value, NotQuick> {
        self.reader.enter()?;
        let mut items = Parts { reader: self.reader, form, first: true, over: false };
        let value = visitor.visit_seq(&mut items)?;
        items.leave(value)
    }

    fn map<V: Visitor<'t>>(self, form: Form, visitor: V) -> Result<V::Value, NotQuick> {
        self.reader.enter()?;
        let mut pairs = Parts { reader: self.reader, form, first: true, over: false };
        let value = visitor.visit_map(&mut pairs)?;
        pairs.leave(value)
    }
}

impl<'t> Deserializer<'t> for Node<'_, 't> {
    type Error = NotQuick;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotQuick> {
        match self.part {
            Part::List(form) => self.list(form, visitor),
            Part::Map(form) => self.map(form, visitor),
            Part::Scalar(scalar) if scalar.is_null() => visitor.visit_unit(),
            Part::Scalar(scalar) if scalar.is_surely_text() => visitor.visit_borrowed_str(scalar.text),
            Part::Scalar(scalar) => visitor.visit_u64(scalar.count().ok_or(NotQuick)?),
        }
    }

    fn deserialize_u64<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotQuick> {
        visitor.visit_u64(self.scalar()?.count().ok_or(NotQuick)?)
    }

    fn deserialize_u8<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotQuick> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u16<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotQuick> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotQuick> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotQuick> {
        match self.scalar()? {
            Scalar { text: "true", plain: true } => visitor.visit_bool(true),
            Scalar { text: "false", plain: true } => visitor.visit_bool(false),
            Scalar { .. } => Err(NotQuick),
        }
    }

    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotQuick> {
        visitor.visit_borrowed_str(self.scalar()?.text)
    }

    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotQuick> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotQuick> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotQuick> {
        match self.part {
            Part::Scalar(scalar) if scalar.is_null() => visitor.visit_none(),
            Part::Scalar(_) | Part::List(_) | Part::Map(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(self, _: &'static str, visitor: V) -> Result<V::Value, NotQuick> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotQuick> {
        match self.part {
            Part::List(form) => self.list(form, visitor),
            Part::Scalar(_) | Part::Map(_) => Err(NotQuick),
        }
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotQuick> {
        match self.part {
            Part::Map(form) => self.map(form, visitor),
            Part::Scalar(_) | Part::List(_) => Err(NotQuick),
        }
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotQuick> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotQuick> {
        visitor.visit_enum(BorrowedStrDeserializer::new(self.scalar()?.text))
    }

    // No type of the model asks for these.
    fn deserialize_ignored_any<V: Visitor<'t>>(self, _: V) -> Result<V::Value, NotQuick> {
        Err(NotQuick)
    }

    fn deserialize_unit<V: Visitor<'t>>(self, _: V) -> Result<V::Value, NotQuick> {
        Err(NotQuick)
    }

    forward_to_deserialize_any! {
        <V: Visitor<'t>>
        i8 i16 i32 i64 i128 u128 f32 f64 char bytes byte_buf unit_struct tuple tuple_struct
    }
}

/// The parts of a list or a map.
struct Parts<'r, 't> {
    reader: &'r mut Reader<'t>,
    form: Form,
    first: bool,
    /// Whether the last one was read.
    over: bool,
}

impl<'t> Parts<'_, 't> {
    /// What came of the parts, if all of them were looked at.
    fn leave<T>(self, value: T) -> Result<T, NotQuick> {
        self.reader.leave();
        if self.over { Ok(value) } else { Err(NotQuick) }
    }
}

impl<'t> SeqAccess<'t> for Parts<'_, 't> {
    type Error = NotQuick;

    fn next_element_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, NotQuick> {
        let part = self.reader.next_item(self.form, std::mem::take(&mut self.first))?;
        self.over = part.is_none();
        part.map(|part| seed.deserialize(Node { reader: self.reader, part })).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        self.reader.parts_ahead(self.form)
    }
}

impl<'t> MapAccess<'t> for Parts<'_, 't> {
    type Error = NotQuick;

    fn next_key_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, NotQuick> {
        let key = self.reader.next_key(self.form, std::mem::take(&mut self.first))?;
        self.over = key.is_none();
        key.map(|key| seed.deserialize(BorrowedStrDeserializer::new(key))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, NotQuick> {
        let part = self.reader.value(self.form)?;
        seed.deserialize(Node { reader: self.reader, part })
    }

    fn size_hint(&self) -> Option<usize> {
        matches!(self.form, Form::Brackets).then(|| self.reader.parts_ahead(self.form)).flatten()
    }
}
