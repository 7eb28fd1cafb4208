//! Which of the four dialogs is wanted. Imports [`super::error`].

use super::error::Error;

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

/// The options that decide about the target, as given.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// `solutionInstanceId`
    pub solution_instance_id: Option<String>,
    /// `externalAuthId`
    pub external_auth_id: Option<String>,
    /// `authId`
    pub auth_id: Option<String>,
    /// `serviceId`
    pub service_id: Option<String>,
    /// `serviceEnvironmentId`
    pub service_environment_id: Option<String>,
    /// `scopes`
    pub scopes: Option<Vec<String>>,
}

impl Choice {
    /// The one target that the options name.
    ///
    /// # Errors
    /// `invalid_options` for a mixture (the message names every option
    /// involved) or for half of a pair.
    pub fn decide(self) -> Result<Target, Error> {
        let solution = self.solution_instance_id.is_some() || self.external_auth_id.is_some();
        let service = self.service_id.is_some() || self.service_environment_id.is_some();
        let edit = self.auth_id.is_some();
        let scopes = self.scopes.is_some();
        if usize::from(solution) + usize::from(edit) + usize::from(service || scopes) > 1 {
            return Err(self.mixture());
        }
        if let Some(auth_id) = self.auth_id {
            return Ok(Target::Edit { auth_id });
        }
        if solution {
            return Ok(Target::Solution {
                solution_instance_id: half(
                    self.solution_instance_id,
                    "solutionInstanceId",
                    "externalAuthId",
                )?,
                external_auth_id: half(
                    self.external_auth_id,
                    "externalAuthId",
                    "solutionInstanceId",
                )?,
            });
        }
        if service {
            return Ok(Target::Service {
                service_id: half(self.service_id, "serviceId", "serviceEnvironmentId")?,
                service_environment_id: half(
                    self.service_environment_id,
                    "serviceEnvironmentId",
                    "serviceId",
                )?,
                scopes: self.scopes.unwrap_or_default(),
            });
        }
        if scopes {
            return Err(Error::option(
                "scopes",
                "needs `serviceId` and `serviceEnvironmentId`",
            ));
        }
        Ok(Target::Bare)
    }

    fn mixture(&self) -> Error {
        let given = [
            ("authId", self.auth_id.is_some()),
            ("serviceId", self.service_id.is_some()),
            (
                "serviceEnvironmentId",
                self.service_environment_id.is_some(),
            ),
            ("scopes", self.scopes.is_some()),
            ("solutionInstanceId", self.solution_instance_id.is_some()),
            ("externalAuthId", self.external_auth_id.is_some()),
        ];
        let mut names = given.iter().filter(|(_, is)| *is).map(|(name, _)| *name);
        let field = names.next().unwrap_or_default();
        let mut problem = String::from("can not be combined with ");
        for (index, name) in names.enumerate() {
            problem.push_str(if index == 0 { "`" } else { ", `" });
            problem.push_str(name);
            problem.push('`');
        }
        problem.push_str(
            ": give `solutionInstanceId` and `externalAuthId`, or `authId`, or `serviceId` and \
             `serviceEnvironmentId`, or none of them",
        );
        Error::option(field, &problem)
    }
}

fn half(value: Option<String>, name: &'static str, other: &str) -> Result<String, Error> {
    value.ok_or_else(|| Error::option(name, &["is needed with `", other, "`"].concat()))
}
