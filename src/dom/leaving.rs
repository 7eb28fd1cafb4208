//! Values that leave the module: from `core` to plain objects. Imports the
//! facade's types.
//!
//! `serde-wasm-bindgen` makes the values, and this file the objects that
//! contain them: the objects of `serde-wasm-bindgen` keep field names in a hash
//! map, which adds 1 kB.

use js_sys::Object;
use serde::ser::{Error as _, Impossible, SerializeStruct};
use serde::{Serialize, Serializer};
use serde_wasm_bindgen::{Error, to_value};
use wasm_bindgen::{JsCast, JsValue};

use super::facade::{Handle, Plain};
use crate::core::error::Error as Refusal;
use crate::core::event::{AuthResult, Event};

/// `value` as a plain object. Only structures of strings and of such structures
/// leave, and for these the conversion cannot fail.
pub fn leaving(value: &impl Serialize) -> JsValue {
    value.serialize(Leaving).unwrap_or_default()
}

impl Handle {
    /// Emits an event.
    pub fn tell(&self, event: &Event) {
        self.emit(&leaving(event));
    }

    /// Settles with success.
    pub fn succeed(&self, result: &AuthResult) {
        self.finish(&leaving(result));
    }

    /// Reports an error; `settles`: also settles with it.
    pub fn report(&self, error: &Refusal, cause: &JsValue, settles: bool) {
        self.fail(&leaving(error), cause, settles);
    }
}

struct Leaving;

impl SerializeStruct for Plain {
    type Ok = JsValue;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.set(name, value.serialize(Leaving)?);
        Ok(())
    }

    fn end(self) -> Result<JsValue, Error> {
        Ok(self.into())
    }
}

/// Nothing that leaves has values of these types.
macro_rules! never {
    ($($method:ident($($given:ty),*) -> $out:ident;)*) => {
        $(fn $method(self, $(_: $given),*) -> Result<Self::$out, Error> {
            Err(Error::custom(""))
        })*
    };
}

impl Serializer for Leaving {
    type Ok = JsValue;
    type Error = Error;
    type SerializeSeq = Impossible<JsValue, Error>;
    type SerializeTuple = Impossible<JsValue, Error>;
    type SerializeTupleStruct = Impossible<JsValue, Error>;
    type SerializeTupleVariant = Impossible<JsValue, Error>;
    type SerializeMap = Impossible<JsValue, Error>;
    type SerializeStruct = Plain;
    type SerializeStructVariant = Impossible<JsValue, Error>;

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Plain, Error> {
        Ok(Object::new().unchecked_into())
    }

    fn serialize_str(self, text: &str) -> Result<JsValue, Error> {
        to_value(text)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<JsValue, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<JsValue, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<JsValue, Error> {
        Err(Error::custom(""))
    }

    never! {
        serialize_bool(bool) -> Ok;
        serialize_i8(i8) -> Ok;
        serialize_i16(i16) -> Ok;
        serialize_i32(i32) -> Ok;
        serialize_i64(i64) -> Ok;
        serialize_u8(u8) -> Ok;
        serialize_u16(u16) -> Ok;
        serialize_u32(u32) -> Ok;
        serialize_u64(u64) -> Ok;
        serialize_f32(f32) -> Ok;
        serialize_f64(f64) -> Ok;
        serialize_char(char) -> Ok;
        serialize_bytes(&[u8]) -> Ok;
        serialize_none() -> Ok;
        serialize_unit() -> Ok;
        serialize_unit_struct(&'static str) -> Ok;
        serialize_unit_variant(&'static str, u32, &'static str) -> Ok;
        serialize_seq(Option<usize>) -> SerializeSeq;
        serialize_tuple(usize) -> SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> SerializeTupleVariant;
        serialize_map(Option<usize>) -> SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> SerializeStructVariant;
    }
}
