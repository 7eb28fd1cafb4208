//! Which of the four dialogs is wanted. Imports [`super::error`]
//! and [`super::fields`].

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

/// The options that decide, in the order in which a mixture is blamed on them.
const DECIDING: [(&str, Slot); 6] = [
    ("authId", Slot::AuthId),
    ("serviceId", Slot::ServiceId),
    ("serviceEnvironmentId", Slot::ServiceEnvironmentId),
    ("scopes", Slot::Scopes),
    ("solutionInstanceId", Slot::SolutionInstanceId),
    ("externalAuthId", Slot::ExternalAuthId),
];

/// The one target that the options name: `text` gives an option's text,
/// `scopes` is the list.
///
/// # Errors
/// `invalid_options` for a mixture (the message names every option involved)
/// or for half of a pair.
pub fn decide<'a>(
    text: &dyn Fn(Slot) -> Option<&'a str>,
    scopes: Option<&[String]>,
) -> Result<Target, Error> {
    let given = |slot| text(slot).is_some() || (slot == Slot::Scopes && scopes.is_some());
    let names = || DECIDING.iter().filter(|(_, slot)| given(*slot));
    let groups = [&DECIDING[..1], &DECIDING[1..4], &DECIDING[4..]];
    let named = |group: &[(_, Slot)]| group.iter().any(|(_, slot)| given(*slot));
    let [edit, service, solution] = groups.map(named);
    if usize::from(edit) + usize::from(service) + usize::from(solution) > 1 {
        return Err(mixture(names().map(|(name, _)| *name)));
    }
    let pair = |first: &(&'static str, Slot), second: &(&'static str, Slot)| {
        let half = |wanted: &(&'static str, Slot), other: &str| match text(wanted.1) {
            Some(text) => Ok(text.to_owned()),
            None => Err(Error::option(
                wanted.0,
                &["is needed with `", other, "`"].concat(),
            )),
        };
        Ok((half(first, second.0)?, half(second, first.0)?))
    };
    let [_, service_id, environment_id, _, instance_id, external_id] = &DECIDING;
    if let Some(auth_id) = text(Slot::AuthId) {
        let auth_id = auth_id.to_owned();
        Ok(Target::Edit { auth_id })
    } else if solution {
        let (solution_instance_id, external_auth_id) = pair(instance_id, external_id)?;
        Ok(Target::Solution {
            solution_instance_id,
            external_auth_id,
        })
    } else if service && !given(Slot::ServiceId) && !given(Slot::ServiceEnvironmentId) {
        Err(Error::option(
            "scopes",
            "needs `serviceId` and `serviceEnvironmentId`",
        ))
    } else if service {
        let (service_id, service_environment_id) = pair(service_id, environment_id)?;
        Ok(Target::Service {
            service_id,
            service_environment_id,
            scopes: scopes.unwrap_or_default().to_vec(),
        })
    } else {
        Ok(Target::Bare)
    }
}

fn mixture(mut names: impl Iterator<Item = &'static str>) -> Error {
    let field = names.next().unwrap_or_default();
    let mut problem = String::from("can not be combined with");
    for name in names {
        problem.push_str(" `");
        problem.push_str(name);
        problem.push('`');
    }
    problem.push_str(
        ": give `solutionInstanceId` and `externalAuthId`, or `authId`, or `serviceId` and \
         `serviceEnvironmentId`, or none of them",
    );
    Error::option(field, &problem)
}
