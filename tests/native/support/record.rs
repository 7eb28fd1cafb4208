//! Records as JavaScript gets them.

use serde_json::{Map, Value};
use tray_auth_dialog::core::record::Record;

/// The object that the browser layer makes of `record`.
pub fn json(record: &dyn Record) -> Value {
    let mut object = Map::new();
    record.fields(&mut |name, text| {
        let twice = object.insert(name.to_owned(), Value::from(text));
        assert_eq!(twice, None, "{name} is there twice");
    });
    Value::Object(object)
}
