"""The section of partners' views: the keys with which they are sealed in a blind round."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from config.kinds import SealingKey
from config.sections import Section
from forum import sealing
from forum.sealing import Sealing


class Voices(Section):
    """The keys with which partners' views are sealed in a blind round: of X25519, as hexadecimal digits."""

    public_key: str = Field(
        pattern=r"^([0-9a-f]{64})?$",
        description="64 hexadecimal digits as `forumbot sealing-key` printed them, or nothing",
    )
    private_key: SealingKey = Field(
        description="64 hexadecimal digits as `forumbot sealing-key` wrote them, or nothing where it is kept elsewhere"
    )

    @property
    def sealing(self) -> Sealing | None:
        """The keys; None where neither is set."""
        private = bytes.fromhex(self.private_key.get_secret_value())
        public = sealing.public_of(private) if private else bytes.fromhex(self.public_key)
        return Sealing(public, private or None) if public else None

    @model_validator(mode="after")
    def _belong(self) -> Self:
        private = bytes.fromhex(self.private_key.get_secret_value())
        if private and self.public_key and sealing.public_of(private).hex() != self.public_key:
            raise PydanticCustomError("rule", "expected voices.public_key to belong to voices.private_key")
        return self
