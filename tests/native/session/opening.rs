//! How the dialog ends for what the browser says. What each input does in each
//! state: `table.md`.

use tray_auth_dialog::core::error::{Error, ErrorCode};
use tray_auth_dialog::core::session::{Effect, Input};

use super::inputs::user_closes;
use super::plans::{frame, popup};
use super::stage::Stage;

#[test]
fn an_error_of_the_browser_layer_is_told_as_it_is() {
    let error = |code| Error::new(code, "what the browser layer says");
    let ends = |mut stage: Stage, input: Input, error: Error| {
        let effects = stage.feed(input);
        assert!(effects.ends_with(&[Effect::Fail(error), Effect::Release]));
    };
    let blocked = error(ErrorCode::PopupBlocked);
    ends(
        Stage::new(popup()),
        Input::Refused(blocked.clone()),
        blocked,
    );
    let failed = error(ErrorCode::CodeFailed);
    ends(
        Stage::opened(popup()),
        Input::CodeFailed(failed.clone()),
        failed,
    );
    // Even to a user who gave up.
    let refused = error(ErrorCode::FrameBlocked);
    let mut stage = Stage::open(frame());
    stage.feed(user_closes());
    ends(stage, Input::FrameRefused(refused.clone()), refused);
}
