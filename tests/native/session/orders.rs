//! Every order of events: all short ones, and many long ones at random.

use std::collections::HashMap;

use proptest::collection::vec;
use proptest::prelude::*;
use tray_auth_dialog::core::session::{Input, Plan};

use super::letters::{Letter, alphabet};
use super::plans::every_plan;
use super::stage::{ACCOUNT, Stage};

/// The options that change what a session does.
fn variants() -> Vec<(String, Plan)> {
    let mut all = Vec::new();
    for (name, plan) in every_plan() {
        let strict = Plan {
            timeout: 2_000.0,
            focused: true,
            stall_after: 1_000.0,
            ..plan.clone()
        };
        let loose = Plan {
            close_on_error: false,
            answers: false,
            close_grace: 0.0,
            timeout: 40_000.0,
            ..plan.clone()
        };
        all.push((name.to_owned(), plan));
        all.push((format!("{name} with short times"), strict));
        all.push((format!("{name} that stays after errors"), loose));
    }
    all
}

/// Plays every word over an alphabet. Words that lead to the same place go on
/// from there only once.
struct Player {
    letters: Vec<Letter>,
    /// With how many letters to go a place was left.
    seen: HashMap<String, usize>,
}

impl Player {
    fn new() -> Self {
        Self {
            letters: alphabet(),
            seen: HashMap::new(),
        }
    }

    /// Plays every word of up to `depth` letters that begins as `stage` stands.
    fn play_all(&mut self, stage: &Stage, depth: usize) {
        let place = format!("{:?} {:?} {}", stage.session, stage.witness, stage.now);
        if self.seen.get(&place).is_some_and(|seen| *seen >= depth) {
            return;
        }
        if self.seen.insert(place, depth).is_none() {
            stage.clone().must_end();
        }
        if depth == 0 {
            return;
        }
        for letter in self.letters.clone() {
            let mut next = stage.clone();
            letter.play(&mut next);
            // Past the release one more letter shows that nothing follows.
            let depth = if next.is_released() { 1 } else { depth };
            self.play_all(&next, depth - 1);
        }
    }
}

#[test]
fn no_order_of_five_events_breaks_a_rule_or_hangs() {
    for (name, plan) in variants() {
        let mut player = Player::new();
        player.play_all(&Stage::new(plan), 5);
        assert!(player.seen.len() > 500, "{name}: {}", player.seen.len());
    }
}

#[test]
fn no_order_of_five_events_after_the_dialog_is_open_breaks_a_rule_or_hangs() {
    for (name, plan) in variants() {
        let mut player = Player::new();
        player.play_all(&Stage::open(plan), 5);
        assert!(player.seen.len() > 500, "{name}: {}", player.seen.len());
    }
}

#[test]
fn a_timeout_ends_every_session_that_is_not_closing() {
    let letters = alphabet();
    for (name, plan) in variants()
        .into_iter()
        .filter(|(_, plan)| plan.timeout.is_finite())
    {
        for first in &letters {
            for second in &letters {
                let mut stage = Stage::opened(plan.clone());
                first.play(&mut stage);
                second.play(&mut stage);
                stage.wait(200_000.0);
                assert!(stage.is_released(), "{name}: {first:?}, {second:?}");
            }
        }
    }
}

fn any_letter() -> impl Strategy<Value = Letter> {
    let letters = alphabet();
    prop_oneof![
        8 => (0..letters.len()).prop_map(move |at| letters[at].clone()),
        1 => (0.0..100_000.0).prop_map(Letter::Sleep),
        1 => ".{0,40}".prop_map(|origin| Letter::Now(Input::Stranger(origin))),
    ]
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let variants = variants();
    (
        0..variants.len(),
        prop_oneof![1.0..60_000.0, Just(f64::INFINITY)],
        0.0..5_000.0,
        1.0..60_000.0,
        1.0..20_000.0,
    )
        .prop_map(
            move |(at, timeout, close_grace, code_timeout, stall_after)| Plan {
                timeout,
                close_grace,
                code_timeout,
                stall_after,
                ..variants[at].1.clone()
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_long_random_order_breaks_a_rule_or_hangs(plan in any_plan(), word in vec(any_letter(), 0..60)) {
        let mut stage = Stage::new(plan);
        for letter in &word {
            letter.play(&mut stage);
        }
        stage.must_end();
    }

    #[test]
    fn most_of_a_random_dialogs_life_is_spent_open(plan in any_plan(), word in vec(any_letter(), 0..60)) {
        let mut stage = Stage::open(Plan { timeout: f64::INFINITY, ..plan });
        for letter in &word {
            letter.play(&mut stage);
        }
        stage.must_end();
    }
}

#[test]
fn the_secrets_of_the_alphabet_differ_from_their_encoded_form() {
    let encoded: String = url::form_urlencoded::byte_serialize(ACCOUNT.as_bytes()).collect();
    assert_ne!(encoded, ACCOUNT);
}
