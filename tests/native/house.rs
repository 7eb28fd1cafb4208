//! How the crate is laid out: imports go one way, and each kind of dealing with
//! the browser has its place.
//!
//! A file's imports are the paths in it that begin with `crate`, `super` or
//! `self`, wherever they stand, what its `use` names of its own modules, and the
//! modules that it declares. So whoever imports a name from a file that only
//! hands it on counts as importing all that this file does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What the files of each floor may import of other floors. `lib` is the map.
const FLOORS: [(&str, &[&str]); 5] = [
    ("core", &[]),
    ("backend", &["core"]),
    ("dom", &["core"]),
    ("dialogs", &["core", "dom"]),
    ("bindings", &["core", "dom", "dialogs"]),
];

/// What the files of `src/dom` may import of each other: see its `mod.rs`.
const SHARED: [&str; 6] = ["page", "facade", "given", "leaving", "promise", "sign"];
const PARTS: [(&str, &str); 2] = [("frame", "modal"), ("modal", "inside")];

/// The text of each file by its path, such as `src/core/session/io.rs`.
type Files = BTreeMap<String, String>;

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Every file in `folder` that ends in `ending`, without comments.
fn files(folder: &str, ending: &str) -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut found, mut folders) = (Files::new(), vec![root.join(folder)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(root).expect("inside").to_string_lossy();
            if name.ends_with(ending) {
                let text = fs::read_to_string(&path).expect("a text");
                let code = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
                let code: Vec<_> = text.lines().map(code).collect();
                found.insert(name.replace('\\', "/"), code.join("\n"));
            } else if path.is_dir() && !name.ends_with("generated") && !name.ends_with("dist") {
                folders.push(path);
            }
        }
    }
    assert!(
        !found.is_empty(),
        "{folder} has no file that ends in {ending}"
    );
    found
}

/// Adds every path of the tree that `text` begins with (`a::{b, c::d}` has two)
/// after `path`, and answers what follows it.
fn read_tree<'a>(text: &'a str, path: &[&'a str], found: &mut Vec<Vec<&'a str>>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = read_tree(rest, path, found).trim_start();
            match rest.strip_prefix(',') {
                Some(more) => rest = more,
                None => return rest.strip_prefix('}').unwrap_or(rest),
            }
        }
    }
    let end = text.find(|c| !is_word(c)).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let path = [path, &[word]].concat();
    if let Some(rest) = rest.strip_prefix("::") {
        return read_tree(rest, &path, found);
    }
    found.push(path);
    match rest.trim_start().strip_prefix("as ") {
        Some(renamed) => renamed.trim_start_matches(is_word),
        None => rest.strip_prefix('*').unwrap_or(rest),
    }
}

/// What the file imports of the others.
fn imports(files: &Files, file: &str) -> BTreeSet<String> {
    let text = &files[file];
    let mut paths = Vec::new();
    for start in ["crate::", "super::", "self::", "use ", "mod "] {
        for (at, _) in text.match_indices(start) {
            if !text[..at].ends_with(|c| is_word(c) || c == ':') {
                let rest = &text[at..];
                let rest = rest.strip_prefix("use ").or(rest.strip_prefix("mod "));
                read_tree(rest.unwrap_or(&text[at..]), &[], &mut paths);
            }
        }
    }
    let all = paths.iter().filter_map(|path| file_of(files, file, path));
    all.filter(|imported| imported != file).collect()
}

/// The modules down to that of a file.
fn module(file: &str) -> Vec<&str> {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs");
    let names = path.split('/');
    names
        .filter(|name| !["lib", "mod"].contains(name))
        .collect()
}

/// The file that a path means: the longest beginning of it that is one.
fn file_of(files: &Files, file: &str, path: &[&str]) -> Option<String> {
    let mut place = module(file);
    for name in path {
        match *name {
            "crate" => place.clear(),
            "self" | "" => {}
            "super" => drop(place.pop()),
            name => place.push(name),
        }
    }
    (1..=place.len()).rev().find_map(|length| {
        let path = place[..length].join("/");
        let mut both = [format!("src/{path}.rs"), format!("src/{path}/mod.rs")].into_iter();
        both.find(|file| files.contains_key(file))
    })
}

fn floor(file: &str) -> &str {
    module(file).first().copied().unwrap_or_default()
}

/// The files with `text`, and how often each has it.
fn places<'a>(files: &'a Files, text: &str) -> Vec<(&'a str, usize)> {
    let count = |(file, code): (&'a String, &String)| (&**file, code.matches(text).count());
    let all = files.iter().map(count);
    all.filter(|(_, times)| *times > 0).collect()
}

#[test]
fn every_form_of_an_import_is_seen() {
    let texts = [
        (
            "src/lib.rs",
            "mod a;\npub use self::{a::{one::Name as Other, two::*}, b};",
        ),
        ("src/a/mod.rs", "pub mod one;\nuse two::Name;"),
        (
            "src/a/one.rs",
            "use super::super::b::{\n    self, Name,\n};",
        ),
        ("src/a/two.rs", "fn f() { super::one::g(crate::c::H) }"),
        ("src/b.rs", "use crate::Name;\nuse std::c;"),
        ("src/c.rs", "use crate::{a::{self, one}, b::{Name}};"),
    ];
    let files: Files = texts.map(|(name, text)| (name.into(), text.into())).into();
    for (file, expected) in [
        ("lib.rs", vec!["a/mod.rs", "a/one.rs", "a/two.rs", "b.rs"]),
        ("a/mod.rs", vec!["a/one.rs", "a/two.rs"]),
        ("a/one.rs", vec!["b.rs"]),
        ("a/two.rs", vec!["a/one.rs", "c.rs"]),
        ("b.rs", vec![]),
        ("c.rs", vec!["a/mod.rs", "a/one.rs", "b.rs"]),
    ] {
        let expected: Vec<_> = expected.iter().map(|name| format!("src/{name}")).collect();
        let seen = imports(&files, &format!("src/{file}"));
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), expected, "{file}");
    }
}

#[test]
fn no_two_files_import_each_other_in_a_circle() {
    let files = files("src", ".rs");
    let all = files.keys().map(|file| (file, imports(&files, file)));
    let mut left: BTreeMap<_, _> = all.collect();
    // Whatever imports nothing that is left is in no circle.
    loop {
        let names: BTreeSet<_> = left.keys().copied().cloned().collect();
        left.retain(|_, imported| !imported.is_disjoint(&names));
        if left.len() == names.len() {
            break;
        }
    }
    // What is left imports something that is left, and so on into a circle.
    let mut way: Vec<&String> = left.keys().copied().take(1).collect();
    while let Some(next) = way.last().and_then(|file| {
        let imported = left.get(file)?;
        imported.iter().find(|next| left.contains_key(next))
    }) {
        way.push(next);
        let first = way.iter().position(|file| *file == next);
        let circle = first.and_then(|first| way.get(first..));
        let closed = circle.filter(|circle| circle.len() > 1);
        assert!(closed.is_none(), "a circle: {closed:#?}");
    }
}

#[test]
fn imports_go_down_the_floors_and_never_up() {
    let files = files("src", ".rs");
    for file in files.keys().filter(|file| *file != "src/lib.rs") {
        let own = floor(file);
        let Some((_, may)) = FLOORS.iter().find(|(name, _)| *name == own) else {
            panic!("{file} is on no floor");
        };
        for imported in imports(&files, file) {
            let to = floor(&imported);
            let goes_down = to == own || may.contains(&to);
            assert!(goes_down, "{file} imports {imported}");
        }
    }
}

#[test]
fn no_adapter_of_the_browser_knows_another() {
    let files = files("src", ".rs");
    for file in files.keys() {
        let ["dom", own] = module(file)[..] else {
            continue;
        };
        for imported in imports(&files, file) {
            if let ["dom", name] = module(&imported)[..] {
                let may = SHARED.contains(&name) || PARTS.contains(&(own, name));
                assert!(may, "{file} imports {imported}");
            }
        }
    }
}

/// Scripts that may listen by hand: servers have no page, an element listens to
/// a button of its own, and `./testing` and `./debug` are no part of a dialog.
const LISTEN_BY_HAND: &[&str] = &[
    "pkg/backend/",
    "pkg/debug.js",
    "pkg/element.js",
    "pkg/testing/",
];

#[test]
fn every_listener_is_one_that_goes_when_it_is_dropped() {
    let (rust, mut javascript) = (files("src", ".rs"), files("pkg", ".js"));
    javascript.retain(|file, _| !LISTEN_BY_HAND.iter().any(|name| file.starts_with(name)));
    for by_hand in ["addEventListener", "add_event_listener"] {
        assert_eq!(places(&rust, by_hand), []);
        assert_eq!(places(&javascript, by_hand), []);
    }
    // Each is kept by what needs it.
    let kept = places(&rust, "EventListener");
    let total: usize = kept.iter().map(|(_, times)| times).sum();
    assert!(total >= 6, "{kept:?}");
}

#[test]
fn what_has_no_type_is_in_one_file() {
    let files = files("src", ".rs");
    for untyped in ["Reflect::", "extern \"C\""] {
        let places = places(&files, untyped);
        assert!(places.len() <= 1, "{untyped} in {places:?}");
    }
}

#[test]
fn what_leaves_derives_serialize() {
    let files = files("src", ".rs");
    let core = files.iter().filter(|(file, _)| floor(file) == "core");
    let lines = core.flat_map(|(_, code)| code.lines());
    let derives = lines.filter(|line| line.contains("derive(") && line.contains("Serialize"));
    assert!(derives.count() >= 6);
}
