//! The states that the table in `table.md` names, and how to come there.

use tray_auth_dialog::core::session::{Input, Plan};

use super::inputs::{code, user_closes};
use super::plans::every_plan;
use super::stage::Stage;

/// How to come to a state; `None` where this plan never does.
pub type Way = fn(Plan) -> Option<Stage>;

/// Name, meaning and way.
pub const STATES: [(&str, &str, Way); 8] = [
    ("New", "nothing is open yet", |plan| Some(Stage::new(plan))),
    ("Waiting", "opened, the code is on its way", |plan| {
        (!plan.attached).then(|| Stage::opened(plan))
    }),
    (
        "Emptying",
        "the code is here, the given window is not empty yet",
        |plan| {
            let given = !plan.attached && !plan.ready;
            given.then(|| {
                let mut stage = Stage::opened(plan);
                stage.feed(code());
                stage
            })
        },
    ),
    ("Open", "navigated, or attached", |plan| {
        Some(Stage::open(plan))
    }),
    (
        "Closing",
        "closed by somebody; a finish still wins",
        |plan| {
            let mut stage = Stage::open(plan);
            stage.feed(user_closes());
            Some(stage)
        },
    ),
    (
        "Proving",
        "as Closing, and the page's own header was asked for",
        |plan| {
            let mut stage = Stage::open(plan);
            // Long enough after the navigation to be no evidence of a cut.
            stage.sleep(10_000.0);
            stage.feed(Input::WindowClosed);
            Some(stage)
        },
    ),
    (
        "Watching",
        "settled as closed; one late finish is still told",
        |plan| {
            let mut stage = Stage::open(plan);
            stage.feed(user_closes());
            stage.wait(500.0);
            (!stage.is_released()).then_some(stage)
        },
    ),
    ("Over", "let go of", |plan| {
        let mut stage = Stage::open(plan);
        stage.feed(Input::Abort);
        Some(stage)
    }),
];

/// The state in which `stage` is. What is not public is read off its `Debug`.
pub fn name_of(stage: &Stage) -> &'static str {
    let inside = format!("{:?}", stage.session);
    let is = |part: &str| inside.contains(part);
    if stage.is_released() {
        "Over"
    } else if is("phase: Watching") {
        "Watching"
    } else if is("phase: Closing") && is("probe: Asked") {
        "Proving"
    } else if is("phase: Closing") {
        "Closing"
    } else if is("phase: Opening") && is("code_here: true") {
        "Emptying"
    } else if is("phase: Opening") {
        "Waiting"
    } else if is("phase: Open") {
        "Open"
    } else {
        "New"
    }
}

#[test]
fn every_way_leads_to_the_state_that_it_is_named_for() {
    for (name, _, way) in STATES {
        let stages = every_plan().into_iter().filter_map(|(_, plan)| way(plan));
        let names: Vec<_> = stages.map(|stage| name_of(&stage)).collect();
        assert!(
            !names.is_empty() && names.iter().all(|own| *own == name),
            "{name}: {names:?}"
        );
    }
}
