//! What is said never holds a secret.

use proptest::prelude::*;
use tray_auth_dialog::core::secrets::{MAX_TEXT, REPLACEMENT, Secrets};

use crate::support::spellings::{self, component, form, json};

fn knowing(known: &[&str]) -> Secrets {
    let mut secrets = Secrets::default();
    for secret in known {
        secrets.add(secret);
    }
    secrets
}

#[test]
fn a_secret_is_replaced_wherever_it_stands() {
    let secrets = knowing(&["c0de"]);
    for (text, clean) in [
        ("c0de", "[redacted]"),
        ("the code c0de is spent", "the code [redacted] is spent"),
        ("c0de, c0de", "[redacted], [redacted]"),
        ("c0dec0de", "[redacted]"),
        ("xc0dex", "x[redacted]x"),
        ("c0d", "c0d"),
        ("C0DE", "C0DE"),
        ("", ""),
    ] {
        assert_eq!(secrets.clean(text, false), clean, "{text}");
    }
}

#[test]
fn a_secret_is_replaced_however_it_is_spelled() {
    let secrets = knowing(&["a+b/ü z"]);
    for (text, clean) in [
        ("?code=a%2Bb%2F%C3%BC+z&x=1", "?code=[redacted]&x=1"),
        ("?code=a%2bb%2f%c3%bc+z&x=1", "?code=[redacted]&x=1"),
        ("?code=a%2Bb%2F%C3%BC%20z&x=1", "?code=[redacted]&x=1"),
        ("?code=a+b/%C3%BC%20z&x=1", "?code=[redacted]&x=1"),
        (r#"{"code":"a+b\/ü z"}"#, r#"{"code":"[redacted]"}"#),
        (r#"{"code":"a+b/\u00fc z"}"#, r#"{"code":"[redacted]"}"#),
        (
            r#"{"code":"a\u002Bb\/\u00FC z"}"#,
            r#"{"code":"[redacted]"}"#,
        ),
        (
            r#"{"url":"?code=a%2Bb%2F%C3%BC+z\u0026x=1"}"#,
            r#"{"url":"?code=[redacted]\u0026x=1"}"#,
        ),
    ] {
        assert_eq!(secrets.clean(text, false), clean);
    }
}

#[test]
fn a_secret_with_what_looks_like_an_escape_is_replaced_too() {
    for secret in [
        "100%41",
        "%",
        "%%2B",
        r"a\nb",
        r"\\u0041",
        r"\",
        "a+b",
        "\"q\"",
        "\t\n\u{8}\u{c}\r",
        "🔑\u{10ffff}",
        "\u{d7ff}\u{e000}",
    ] {
        for (what, spelled) in spellings::all(secret) {
            let clean = knowing(&[secret]).clean(&format!("<{spelled}>"), false);
            assert_eq!(clean, "<[redacted]>", "{secret:?} in {what}: {spelled}");
        }
    }
}

#[test]
fn what_only_looks_like_an_escape_stays_as_it_is() {
    let secrets = knowing(&["c0de"]);
    for text in [
        "100 % of %zz, %4 and %",
        r"C:\users\x \u00 \ud83d \ud83d\u0041 \udd11 \",
        "1+1=2",
        "%41%42 \\u0041 \\n",
    ] {
        assert_eq!(secrets.clean(text, false), text);
    }
}

#[test]
fn half_a_pair_hides_nothing_of_the_secret_after_it() {
    for half in [r"\ud83d", r"\udd11", r"\ud83d\ue000", r"\ud83", "%f", "%"] {
        let text = format!("{half}c0d\\u0065 ");
        let clean = knowing(&["c0de"]).clean(&text, false);
        assert_eq!(clean, format!("{half}[redacted] "));
    }
}

#[test]
fn a_text_cut_within_an_escape_tells_no_part_of_a_secret() {
    let secret = "🔑\"ü+🔑";
    for (what, spelled) in spellings::all(secret) {
        for end in (0..spelled.len()).filter(|end| spelled.is_char_boundary(*end)) {
            let text = format!("{}{}", "x".repeat(20), &spelled[..end]);
            let clean = knowing(&[secret]).clean(&text, true);
            assert_eq!(clean.trim_start_matches('x'), "", "{what}: {text}");
        }
    }
}

#[test]
fn a_text_at_its_whole_length_is_not_cut() {
    let secrets = knowing(&["c0de"]);
    let long = "x".repeat(1_100);
    assert_eq!(
        secrets.redact(&format!("{long}c0de"), false),
        format!("{long}[redacted]")
    );
}

#[test]
fn every_secret_is_replaced_and_the_longer_is_not_broken_up_by_the_shorter() {
    for order in [["7", "c0de7c0de"], ["c0de7c0de", "7"]] {
        let secrets = knowing(&order);
        assert_eq!(
            secrets.clean("c0de7c0de of 7!", false),
            "[redacted] of [redacted]!"
        );
    }
}

#[test]
fn secrets_that_overlap_in_a_text_are_both_replaced() {
    assert_eq!(
        knowing(&["abc", "cde"]).clean("xabcdex", false),
        "x[redacted]x"
    );
    assert_eq!(knowing(&["aa"]).clean("xaaax", false), "x[redacted]x");
}

#[test]
fn a_secret_that_is_part_of_the_replacement_does_not_loop() {
    for secret in ["e", "redacted", "[redacted]", "]", "act"] {
        let clean = knowing(&[secret]).clean(&format!("x{secret}y{secret}"), false);
        assert_eq!(clean, "x[redacted]y[redacted]");
    }
}

#[test]
fn no_secret_or_an_empty_one_changes_nothing() {
    for secrets in [Secrets::default(), knowing(&[""])] {
        assert_eq!(secrets.clean("some text", false), "some text");
        assert_eq!(secrets.clean("some text", true), "some text");
    }
}

#[test]
fn a_text_is_cut_to_a_thousand_characters() {
    let none = Secrets::default();
    for character in ["x", "ü", "🔑"] {
        assert_eq!(
            none.clean(&character.repeat(1_001), false),
            character.repeat(1_000)
        );
        assert_eq!(
            none.clean(&character.repeat(1_000), false),
            character.repeat(1_000)
        );
    }
    let secrets = knowing(&["c0de"]);
    let long = format!("{}c0de and more", "x".repeat(995));
    assert_eq!(
        secrets.clean(&long, false),
        format!("{}[reda", "x".repeat(995))
    );
}

#[test]
fn the_end_of_a_cut_text_goes_as_it_may_be_part_of_a_secret() {
    let secrets = knowing(&["c0de"]);
    assert_eq!(secrets.clean("xxxxxxc0d", true), "xxxxx");
    assert_eq!(secrets.clean("üüüüüü", true), "üüüü");
    assert_eq!(secrets.clean("🔑🔑🔑", true), "🔑🔑");
    assert_eq!(secrets.clean("c0", true), "");
}

#[test]
fn a_secret_at_the_very_end_of_a_cut_text_leaves_no_part() {
    // Its last bytes are within what goes, its first ones are not.
    let secrets = knowing(&["secret", "longer-secret"]);
    for after in 0..13 {
        let text = format!("xxxxxxxxxxxxxxxxxxxxsecret{}", "y".repeat(after));
        let clean = secrets.clean(&text, true);
        let rest = clean.replace(REPLACEMENT, "").replace(['x', 'y'], "");
        assert_eq!(rest, "", "{clean}");
    }
}

/// The Thue–Morse word and its complement have the same polynomial hash
/// modulo every power of two.
fn thue_morse(zero: char, one: char) -> String {
    (0u32..4_096)
        .map(|index| {
            if index.count_ones() % 2 == 0 {
                zero
            } else {
                one
            }
        })
        .collect()
}

#[test]
fn a_collision_hides_a_harmless_stretch_and_nothing_else() {
    let secrets = knowing(&[&thue_morse('a', 'b')]);
    let twin = thue_morse('b', 'a');
    assert_eq!(
        secrets.clean(&format!("before {twin} after"), false),
        "before [redacted] after"
    );
}

#[test]
fn a_collision_beyond_ascii_hides_whole_characters() {
    let word = thue_morse('ü', 'ä');
    let twin = thue_morse('ä', 'ü');
    let secrets = knowing(&[&word]);
    let clean = secrets.clean(&format!("ü{twin}ü"), false);
    assert_eq!(clean, "ü[redacted]ü");
}

/// Secrets that a text without them can not spell by way of a replacement.
fn any_secret() -> impl Strategy<Value = String> {
    "[a-z0-9+/ &=üß🔑%]{1,24}".prop_filter("is part of the replacement", |secret| {
        !REPLACEMENT.contains(secret.as_str())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    // Nothing that could be part of an escape stands right before a secret: such a
    // text could mean either.
    #[test]
    fn no_text_tells_a_secret(
        known in prop::collection::vec(any_secret(), 1..4),
        parts in prop::collection::vec(("[^%\\\\]{0,20}", 0usize..4, any::<prop::sample::Index>()), 0..12),
        cut in any::<bool>(),
    ) {
        let mut text = String::new();
        for (noise, which, how) in parts {
            text.push_str(&noise);
            if let Some(secret) = known.get(which) {
                text.push_str(&how.get(&spellings::all(secret)).1);
                text.push('\n');
            }
        }
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let clean = knowing(&known).clean(&text, cut);
        for secret in known {
            for (what, spelled) in spellings::all(secret) {
                prop_assert!(!clean.contains(&spelled), "{secret} as {what} in {clean}");
            }
        }
        prop_assert!(clean.chars().count() <= MAX_TEXT);
    }

    #[test]
    fn a_text_cut_anywhere_tells_no_part_of_a_secret(
        secret in "[a-w0-9+/=]{1,40}", before in 0usize..60, kept in 0usize..60,
    ) {
        let mut text = "x".repeat(before) + &secret;
        text.truncate(before + kept.min(secret.len()));
        let clean = knowing(&[&secret]).clean(&text, true);
        let rest = clean.replace(REPLACEMENT, "").replace('x', "");
        prop_assert_eq!(rest, "");
    }

    #[test]
    fn no_spelling_of_a_secret_survives(secret in "[a-zA-Z0-9+/=%&\"' \\\\ü🔑\t]{4,40}") {
        for (what, spelled) in spellings::all(&secret) {
            let clean = knowing(&[&secret]).clean(&format!("<{spelled}>"), false);
            prop_assert_eq!(clean, "<[redacted]>", "{} as {}: {}", secret, what, spelled);
        }
    }

    #[test]
    fn a_secret_of_which_each_character_is_spelled_in_its_own_way_does_not_survive(
        secret in prop::collection::vec(("[a-zA-Z0-9/=&ü🔑]", 0..4), 4..40),
    ) {
        let plain: String = secret.iter().map(|(character, _)| character.as_str()).collect();
        let spelled: String = secret.iter().map(|(character, how)| match how {
            0 => form(character),
            1 => component(character),
            2 => json(character),
            _ => character.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect(),
        }).collect();
        prop_assert_eq!(knowing(&[&plain]).clean(&format!("<{spelled}>"), false), "<[redacted]>");
    }

    #[test]
    fn a_text_without_secrets_stays(text in "[A-Z ü🔑]{0,200}", secret in "[a-z]{4,20}") {
        prop_assert_eq!(knowing(&[&secret]).clean(&text, false), text);
    }
}
