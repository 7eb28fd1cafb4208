//! Which of the four dialogs to open. Imports [`super::error`] and
//! [`super::fields`].

use super::error::Error;
use super::fields::Slot;

/// What the dialog is opened for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Create an authentication for a slot of a solution instance.
    Solution {
        /// The solution instance.
        solution_instance_id: String,
        /// The External ID of the authentication in the solution.
        external_auth_id: String,
    },
    /// Edit an existing authentication.
    Edit {
        /// The authentication.
        auth_id: String,
    },
    /// Create an authentication for a service, without a solution.
    Service {
        /// The service.
        service_id: String,
        /// Its environment.
        service_environment_id: String,
        /// The OAuth scopes to ask for.
        scopes: Vec<String>,
    },
    /// Create an authentication; the user chooses the service.
    Bare,
}

const EDIT: u8 = 1;
const SERVICE: u8 = 2;
const SOLUTION: u8 = 4;

/// The options that decide the target. The error for a mixture names the first
/// of them.
const DECIDING: &[(&str, Slot, u8)] = &[
    ("authId", Slot::AuthId, EDIT),
    ("serviceId", Slot::ServiceId, SERVICE),
    ("serviceEnvironmentId", Slot::ServiceEnvironmentId, SERVICE),
    ("scopes", Slot::Scopes, SERVICE),
    ("solutionInstanceId", Slot::SolutionInstanceId, SOLUTION),
    ("externalAuthId", Slot::ExternalAuthId, SOLUTION),
];

/// The target that the options name. `text` returns an option's text; `scopes`
/// is the list.
///
/// # Errors
/// `invalid_options` for a mixture (the message names every option involved)
/// or for half of a pair.
pub fn decide<'a>(
    text: &dyn Fn(Slot) -> Option<&'a str>,
    scopes: Option<&[String]>,
) -> Result<Target, Error> {
    let mut targets = 0;
    let mut first = "";
    let mut mixture = String::from("cannot be combined with");
    for (name, slot, target) in DECIDING {
        if text(*slot).is_none() && !(*slot == Slot::Scopes && scopes.is_some()) {
            continue;
        }
        if targets == 0 {
            first = name;
        } else {
            mixture.push_str(" `");
            mixture.push_str(name);
            mixture.push('`');
        }
        targets |= target;
    }
    let half = |name: &str, slot: Slot, other: &str| match text(slot) {
        Some(text) => Ok(text.to_owned()),
        None => Err(Error::option(
            name,
            &["is needed with `", other, "`"].concat(),
        )),
    };
    match targets {
        0 => Ok(Target::Bare),
        EDIT => Ok(Target::Edit {
            auth_id: text(Slot::AuthId).unwrap_or_default().to_owned(),
        }),
        SOLUTION => Ok(Target::Solution {
            solution_instance_id: half(
                "solutionInstanceId",
                Slot::SolutionInstanceId,
                "externalAuthId",
            )?,
            external_auth_id: half("externalAuthId", Slot::ExternalAuthId, "solutionInstanceId")?,
        }),
        SERVICE if first == "scopes" => Err(Error::option(
            first,
            "needs `serviceId` and `serviceEnvironmentId`",
        )),
        SERVICE => Ok(Target::Service {
            service_id: half("serviceId", Slot::ServiceId, "serviceEnvironmentId")?,
            service_environment_id: half(
                "serviceEnvironmentId",
                Slot::ServiceEnvironmentId,
                "serviceId",
            )?,
            scopes: scopes.unwrap_or_default().to_vec(),
        }),
        _ => {
            mixture.push_str(
                ": give `solutionInstanceId` and `externalAuthId`, or `authId`, or `serviceId` \
                 and `serviceEnvironmentId`, or none of them",
            );
            Err(Error::option(first, &mixture))
        }
    }
}
