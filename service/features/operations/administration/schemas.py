"""Wire types of the administration of accounts."""

from attrs import frozen

from service.features.accounts.identity.domain import Reason
from service.security.tokens import Role


@frozen
class RoleChange:
    role: Role


@frozen(kw_only=True)
class SuspensionQuery:
    reason: Reason = "other"
