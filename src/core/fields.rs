//! The table of options: name, kind and place of each. Imports nothing.
//!
//! `options.rs` reads by this table. To add an option: a row here, its use, and
//! what CONTRIBUTING.md lists, which `tests/types/options.test.mjs` looks for.

/// A kind of object that only the browser layer can recognise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Live {
    /// Something to call.
    Function,
    /// An object with further options.
    Object,
    /// An array.
    Array,
    /// A promise or other thenable.
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
    /// An id or a name: not empty, no spaces around it, no control characters.
    Id,
    /// Any non-empty text.
    Text,
    /// A list of non-empty texts.
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

/// Defines the table of each group, and the [`Slot`] of each option that has
/// one. A row is `own "name": kind => Slot`, or `shared …` if
/// `attachAuthDialog` takes the option too. An option without a slot is only
/// checked: the facade uses it, or it is a group.
macro_rules! options {
    (@slot) => { Slot::Checked };
    (@slot $slot:ident) => { Slot::$slot };
    (@attach own) => { false };
    (@attach shared) => { true };
    ($(
        $(#[$about:meta])*
        $table:ident {
            $($for:tt $name:literal: $kind:expr $(=> $slot:ident)?;)*
        }
    )*) => {
        /// Where the value of an option is kept.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)] // each is the option of its name
        pub enum Slot {
            $($($($slot,)?)*)*
            /// Only checked, and kept nowhere.
            Checked,
        }

        $(
            $(#[$about])*
            pub const $table: &[Field] = &[
                $(Field {
                    name: $name,
                    kind: $kind,
                    slot: options!(@slot $($slot)?),
                    attach: options!(@attach $for),
                },)*
            ];
        )*
    };
}

/// How many slots there are.
pub const SLOTS: usize = Slot::Checked as usize;

const REFERRER_POLICIES: &[&str] = &[
    "no-referrer",
    "no-referrer-when-downgrade",
    "origin",
    "origin-when-cross-origin",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
    "unsafe-url",
];

options! {
    /// Every option, in the order of the documentation.
    OPTIONS {
        own "partnerName": Kind::Id => PartnerName;
        own "solutionInstanceId": Kind::Id => SolutionInstanceId;
        own "externalAuthId": Kind::Id => ExternalAuthId;
        own "authId": Kind::Id => AuthId;
        own "serviceId": Kind::Id => ServiceId;
        own "serviceEnvironmentId": Kind::Id => ServiceEnvironmentId;
        own "scopes": Kind::Texts => Scopes;
        own "authorizationCode": Kind::Code => AuthorizationCode;
        shared "url": Kind::Url => Url;
        shared "region": Kind::OneOf(&["us", "eu", "apac"]) => Region;
        shared "host": Kind::Text => Host;
        shared "extraOrigins": Kind::Texts => ExtraOrigins;
        own "codeTimeout": Kind::Time(1) => CodeTimeout;
        own "skipTitleField": Kind::Flag => SkipTitleField;
        own "skipAuthSettings": Kind::Flag => SkipAuthSettings;
        own "display": Kind::Display => Display;
        own "popup": Kind::Group(POPUP);
        own "frame": Kind::Group(FRAME);
        own "labels": Kind::Group(LABELS);
        shared "accountId": Kind::Id => AccountId;
        shared "signal": Kind::Live(Live::Signal) => Signal;
        shared "timeout": Kind::Time(1) => Timeout;
        shared "closeGrace": Kind::Time(0) => CloseGrace;
        own "closeOnError": Kind::Flag => CloseOnError;
        shared "onFinish": Kind::Live(Live::Function);
        shared "onClose": Kind::Live(Live::Function);
        shared "onError": Kind::Live(Live::Function);
        shared "onEvent": Kind::Live(Live::Function);
    }

    /// Those of the group `popup`.
    POPUP {
        own "width": Kind::Pixels => PopupWidth;
        own "height": Kind::Pixels => PopupHeight;
        own "window": Kind::Live(Live::Window) => PopupWindow;
    }

    /// Those of the group `frame`.
    FRAME {
        own "title": Kind::Text => FrameTitle;
        own "allow": Kind::Text => FrameAllow;
        own "sandbox": Kind::Text => FrameSandbox;
        own "referrerPolicy": Kind::OneOf(REFERRER_POLICIES) => FrameReferrerPolicy;
        own "className": Kind::Text => FrameClassName;
        own "stallAfter": Kind::Time(1) => FrameStallAfter;
        own "closeOnBackdrop": Kind::Flag => FrameCloseOnBackdrop;
    }

    /// Those of the group `labels`.
    LABELS {
        own "title": Kind::Text;
        own "close": Kind::Text;
        own "loading": Kind::Text;
        own "waiting": Kind::Text;
        own "trouble": Kind::Text;
        own "restart": Kind::Text;
        own "blocked": Kind::Text;
    }
}
