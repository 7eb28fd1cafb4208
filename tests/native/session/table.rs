//! Holds `table.md` and the code together: the rows there are what the
//! session does. `UPDATE_SESSION_TABLE=1 cargo test` writes them anew.

use std::fmt::Write;

use serde_json::json;
use tray_auth_dialog::core::event::Event;
use tray_auth_dialog::core::session::Effect;

use super::happenings::{Happening, all};
use super::plans::every_plan;
use super::states::{STATES, Way, name_of};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/native/session/table.md");
const BEGIN: &str = "<!-- written by tests/native/session/table.rs -->\n";
const END: &str = "<!-- end -->";

fn shown(effect: &Effect) -> String {
    match effect {
        Effect::Emit(Event::Close { by }) => format!("Emit(close by {})", by.as_str()),
        Effect::Emit(event) => {
            let kind = &json!(event)["type"];
            format!("Emit({})", kind.as_str().expect("a type"))
        }
        Effect::EmitError(error) => format!("EmitError({})", error.code.as_str()),
        Effect::Finish(_) => "Finish".to_owned(),
        Effect::Fail(error) => format!("Fail({})", error.code.as_str()),
        other => format!("{other:?}"),
    }
}

/// What happens to each plan in a state: dialogs alike share a row.
fn rows(way: Way, happening: &Happening) -> Vec<(Vec<&'static str>, String, Vec<String>)> {
    let mut rows: Vec<(Vec<&'static str>, String, Vec<String>)> = Vec::new();
    for (name, plan) in every_plan() {
        let Some(mut stage) = way((happening.plan)(plan)) else {
            continue;
        };
        let before = format!("{:?}", stage.session);
        let Some(effects) = (happening.play)(&mut stage) else {
            continue;
        };
        let unchanged = effects.is_empty() && format!("{:?}", stage.session) == before;
        let next = if unchanged { "" } else { name_of(&stage) };
        let effects: Vec<String> = effects.iter().map(shown).collect();
        match rows
            .iter_mut()
            .find(|row| row.1 == next && row.2 == effects)
        {
            Some(row) => row.0.push(name),
            None => rows.push((vec![name], next.to_owned(), effects)),
        }
    }
    rows
}

fn table() -> String {
    let mut out = String::new();
    for (state, meaning, way) in STATES {
        let plans = every_plan()
            .into_iter()
            .filter(|(_, plan)| way(plan.clone()).is_some());
        let plans: Vec<&str> = plans.map(|(name, _)| name).collect();
        writeln!(out, "\n### {state}: {meaning}\n").expect("a string");
        if plans.len() < every_plan().len() {
            writeln!(out, "Only for: {}.\n", plans.join(", ")).expect("a string");
        }
        let mut lines = String::new();
        let mut nothing = Vec::new();
        for happening in all() {
            for (dialogs, next, effects) in rows(way, &happening) {
                let all = dialogs.len() == plans.len();
                let dialogs = if all {
                    "any".to_owned()
                } else {
                    dialogs.join(", ")
                };
                if next.is_empty() {
                    let only = if all {
                        String::new()
                    } else {
                        format!(" ({dialogs})")
                    };
                    nothing.push(format!("{}{only}", happening.label));
                } else {
                    let mut effects: Vec<String> =
                        effects.iter().map(|effect| format!("`{effect}`")).collect();
                    if effects.is_empty() {
                        effects.push("none".to_owned());
                    }
                    let next = if next == state { "same" } else { &next };
                    writeln!(
                        lines,
                        "| {} | {dialogs} | {next} | {} |",
                        happening.label,
                        effects.join(" ")
                    )
                    .expect("a string");
                }
            }
        }
        if !lines.is_empty() {
            writeln!(
                out,
                "| input | dialog | next | effects |\n|---|---|---|---|\n{lines}"
            )
            .expect("a string");
        }
        if !nothing.is_empty() {
            writeln!(out, "No change: {}.", nothing.join("; ")).expect("a string");
        }
    }
    out
}

#[test]
fn the_table_in_the_documentation_is_what_the_session_does() {
    let text = std::fs::read_to_string(FILE).expect("table.md");
    let (head, rest) = text.split_once(BEGIN).expect("where the table begins");
    let (written, tail) = rest.split_once(END).expect("where the table ends");
    let table = table();
    if std::env::var_os("UPDATE_SESSION_TABLE").is_some() {
        std::fs::write(FILE, [head, BEGIN, &table, END, tail].concat()).expect("written");
    } else {
        assert!(
            written == table,
            "tests/native/session/table.md is not what the session does: run UPDATE_SESSION_TABLE=1 cargo test \
             --test native table, and read the difference"
        );
    }
}
