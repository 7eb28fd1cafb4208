//! The table of options: name, kind and place of each. Imports nothing.
//!
//! `options.rs` reads by this table; a drift test holds it against the
//! `.d.ts`. To add an option: a [`Slot`], a row here, its use.

/// Where the value of an option is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is the option of its name
pub enum Slot {
    PartnerName,
    SolutionInstanceId,
    ExternalAuthId,
    AuthId,
    ServiceId,
    ServiceEnvironmentId,
    Scopes,
    AuthorizationCode,
    Url,
    Region,
    Host,
    ExtraOrigins,
    CodeTimeout,
    SkipTitleField,
    SkipAuthSettings,
    Display,
    PopupWidth,
    PopupHeight,
    PopupWindow,
    FrameSandbox,
    FrameStallAfter,
    AccountId,
    Signal,
    Timeout,
    CloseGrace,
    CloseOnError,
    /// Only checked: the facade uses it. Groups are kept nowhere.
    Checked,
}

/// How many slots there are.
pub const SLOTS: usize = Slot::Checked as usize;

/// A kind of live object, which only the browser layer can recognise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Live {
    /// Something to call.
    Function,
    /// An object with options of its own.
    Object,
    /// An array.
    Array,
    /// A promise, or something that behaves like one.
    Thenable,
    /// An Element in the document.
    Element,
    /// A window that this page opened, and that is open.
    Window,
    /// An `AbortSignal`.
    Signal,
}

/// What values an option takes.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// An id or a name: not empty, not padded, no control character.
    Id,
    /// Any text that is not empty.
    Text,
    /// A list of texts that are not empty.
    Texts,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// `true` or `false`.
    Flag,
    /// A number of milliseconds of at least this.
    Time(u8),
    /// A number of CSS pixels.
    Pixels,
    /// A live object.
    Live(Live),
    /// A string, a promise of one, or a function that returns one of them.
    Code,
    /// A dialog's URL, a promise of one, or a function that returns one of them.
    Url,
    /// `'popup'`, `'modal'` or an Element.
    Display,
    /// An object with these options.
    Group(&'static [Field]),
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The option's name.
    pub name: &'static str,
    /// What values it takes.
    pub kind: Kind,
    /// Where its value is kept.
    pub slot: Slot,
    /// Whether `attachAuthDialog` takes it too.
    pub attach: bool,
}

const fn field(name: &'static str, kind: Kind, slot: Slot) -> Field {
    Field {
        name,
        kind,
        slot,
        attach: false,
    }
}

const fn shared(name: &'static str, kind: Kind, slot: Slot) -> Field {
    Field {
        name,
        kind,
        slot,
        attach: true,
    }
}

/// Every option, in the order of the documentation.
pub const OPTIONS: &[Field] = &[
    field("partnerName", Kind::Id, Slot::PartnerName),
    field("solutionInstanceId", Kind::Id, Slot::SolutionInstanceId),
    field("externalAuthId", Kind::Id, Slot::ExternalAuthId),
    field("authId", Kind::Id, Slot::AuthId),
    field("serviceId", Kind::Id, Slot::ServiceId),
    field("serviceEnvironmentId", Kind::Id, Slot::ServiceEnvironmentId),
    field("scopes", Kind::Texts, Slot::Scopes),
    field("authorizationCode", Kind::Code, Slot::AuthorizationCode),
    shared("url", Kind::Url, Slot::Url),
    shared("region", Kind::OneOf(&["us", "eu", "apac"]), Slot::Region),
    shared("host", Kind::Text, Slot::Host),
    shared("extraOrigins", Kind::Texts, Slot::ExtraOrigins),
    field("codeTimeout", Kind::Time(1), Slot::CodeTimeout),
    field("skipTitleField", Kind::Flag, Slot::SkipTitleField),
    field("skipAuthSettings", Kind::Flag, Slot::SkipAuthSettings),
    field("display", Kind::Display, Slot::Display),
    field("popup", Kind::Group(POPUP), Slot::Checked),
    field("frame", Kind::Group(FRAME), Slot::Checked),
    field("labels", Kind::Group(LABELS), Slot::Checked),
    shared("accountId", Kind::Id, Slot::AccountId),
    shared("signal", Kind::Live(Live::Signal), Slot::Signal),
    shared("timeout", Kind::Time(1), Slot::Timeout),
    shared("closeGrace", Kind::Time(0), Slot::CloseGrace),
    field("closeOnError", Kind::Flag, Slot::CloseOnError),
    shared("onFinish", Kind::Live(Live::Function), Slot::Checked),
    shared("onClose", Kind::Live(Live::Function), Slot::Checked),
    shared("onError", Kind::Live(Live::Function), Slot::Checked),
    shared("onEvent", Kind::Live(Live::Function), Slot::Checked),
];

const POPUP: &[Field] = &[
    field("width", Kind::Pixels, Slot::PopupWidth),
    field("height", Kind::Pixels, Slot::PopupHeight),
    field("window", Kind::Live(Live::Window), Slot::PopupWindow),
];

const FRAME: &[Field] = &[
    field("title", Kind::Text, Slot::Checked),
    field("allow", Kind::Text, Slot::Checked),
    field("sandbox", Kind::Text, Slot::FrameSandbox),
    field(
        "referrerPolicy",
        Kind::OneOf(&[
            "no-referrer",
            "no-referrer-when-downgrade",
            "origin",
            "origin-when-cross-origin",
            "same-origin",
            "strict-origin",
            "strict-origin-when-cross-origin",
            "unsafe-url",
        ]),
        Slot::Checked,
    ),
    field("className", Kind::Text, Slot::Checked),
    field("stallAfter", Kind::Time(1), Slot::FrameStallAfter),
    field("closeOnBackdrop", Kind::Flag, Slot::Checked),
];

const LABELS: &[Field] = &[
    field("title", Kind::Text, Slot::Checked),
    field("close", Kind::Text, Slot::Checked),
    field("loading", Kind::Text, Slot::Checked),
    field("waiting", Kind::Text, Slot::Checked),
    field("trouble", Kind::Text, Slot::Checked),
    field("restart", Kind::Text, Slot::Checked),
    field("blocked", Kind::Text, Slot::Checked),
];
