//! Where the popup goes, and how large it is. Imports nothing.

/// A rectangle in CSS pixels, in the coordinates of all screens together: on
/// a screen left of or above the main one, `left` and `top` are negative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Distance from the left.
    pub left: f64,
    /// Distance from the top.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Centres a popup of `width` × `height` px on the window that opens it, and
/// keeps it on that window's screen, in whole pixels.
///
/// If the browser reports no usable window size (0, NaN), the popup is in the
/// middle of the screen. If it reports no screen, the popup has the requested
/// size. Pages can replace these values, so any number is accepted.
#[must_use]
pub fn place(width: f64, height: f64, opener: Area, screen: Area) -> Area {
    let (left, width) = along(width, opener.left, opener.width, screen.left, screen.width);
    let (top, height) = along(height, opener.top, opener.height, screen.top, screen.height);
    Area {
        left,
        top,
        width,
        height,
    }
}

/// No screen is farther away than this, px.
const FAR: f64 = 1_000_000.0;

/// One axis of [`place`]: where the popup begins and how long it is. Nothing
/// here panics, as `f64::clamp` would when its bounds cross.
fn along(size: f64, opener_at: f64, opener: f64, screen_at: f64, screen: f64) -> (f64, f64) {
    let known = |length: f64| (1.0..=FAR).contains(&length);
    let near = |at: f64| if at.abs() <= FAR { at } else { 0.0 };
    let (edge, opener_at) = (near(screen_at), near(opener_at));
    let screen_at = edge.ceil();
    let screen = (edge + screen).floor() - screen_at;
    let size = if known(screen) {
        size.min(screen)
    } else {
        size
    }
    .floor();
    let (from, length) = if known(opener) {
        (opener_at, opener)
    } else {
        (screen_at, screen)
    };
    let mut at = if known(length) {
        (from + (length - size) / 2.0).round()
    } else {
        from
    };
    if known(screen) {
        at = at.min(screen_at + screen - size).max(screen_at);
    }
    (at, size)
}

/// The largest difference between the width of a window and its page, px, that
/// the borders of a desktop can cause.
const BORDERS: f64 = 24.0;

/// The size, including borders and bars, that a popup needs to show `asked` CSS
/// pixels, if the browser zooms its page. It is computed from the popup's own
/// sizes, `outer` with borders and bars and `inner` in CSS pixels, so that a
/// high-density screen is not mistaken for zoom.
#[must_use]
pub fn zoomed(asked: (f64, f64), outer: (f64, f64), inner: (f64, f64)) -> Option<(f64, f64)> {
    let zoom = outer.0 / inner.0;
    let bars = outer.1 - inner.1 * zoom;
    let zooms = (outer.0 - inner.0).abs() > BORDERS && (0.2..=5.0).contains(&zoom);
    zooms.then_some((asked.0 * zoom, asked.1 * zoom + bars))
}

/// The features string of `window.open` for `area`.
#[must_use]
pub fn features(area: Area) -> String {
    let mut text = String::from("popup");
    for (name, value) in &[
        (",left=", area.left),
        (",top=", area.top),
        (",width=", area.width),
        (",height=", area.height),
    ] {
        text.push_str(name);
        push_whole(&mut text, *value as i32);
    }
    text
}

/// Writes a whole number. By hand, because Rust's number formatting is larger
/// than this whole file.
fn push_whole(text: &mut String, value: i32) {
    if value < 0 {
        text.push('-');
    }
    let mut rest = value.unsigned_abs();
    let mut power = 1;
    while rest / power >= 10 {
        power *= 10;
    }
    while power > 0 {
        text.push(char::from(b'0' + (rest / power) as u8));
        rest %= power;
        power /= 10;
    }
}
