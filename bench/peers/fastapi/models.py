"""The used tables of the service (migrations/), with their triggers."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, ColumnElement, DateTime, Float, ForeignKey, Text, and_, exists, func, or_
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's documented form
        str: Text,
        datetime: DateTime(timezone=True),
        list[str]: ARRAY(Text),
        float: Float(53),
        dict[str, Any]: JSONB,
        list[dict[str, Any]]: JSONB,
    }


class Maker(Base):
    __tablename__ = "maker"

    maker_id: Mapped[UUID] = mapped_column(primary_key=True)
    handle: Mapped[str]
    display_name: Mapped[str]
    avatar_url: Mapped[str | None]
    role: Mapped[str]
    status: Mapped[str]


class LoginSession(Base):
    __tablename__ = "session"

    session_id: Mapped[UUID] = mapped_column(primary_key=True)
    maker_id: Mapped[UUID] = mapped_column(ForeignKey("maker.maker_id"))
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class ProjectStats(Base):
    __tablename__ = "project_stats"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.project_id"), primary_key=True)
    stars: Mapped[int]
    forks: Mapped[int]
    comments: Mapped[int]


class ProjectMember(Base):
    __tablename__ = "project_member"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.project_id"), primary_key=True)
    maker_id: Mapped[UUID] = mapped_column(ForeignKey("maker.maker_id"), primary_key=True)
    role: Mapped[str]


class Project(Base):
    __tablename__ = "project"

    project_id: Mapped[UUID] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("maker.maker_id"))
    slug: Mapped[str]
    title: Mapped[str]
    tagline: Mapped[str]
    body: Mapped[str]
    links: Mapped[list[dict[str, Any]]]
    cover_url: Mapped[str | None]
    tags: Mapped[list[str]]
    visibility: Mapped[str]
    status: Mapped[str]
    version: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]

    owner: Mapped[Maker] = relationship()
    stats: Mapped[ProjectStats] = relationship()


class ProjectRank(Base):
    __tablename__ = "project_rank"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.project_id"), primary_key=True)
    topic: Mapped[str] = mapped_column(primary_key=True)
    hot: Mapped[float]

    project: Mapped[Project] = relationship()


class Star(Base):
    __tablename__ = "star"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.project_id"), primary_key=True)
    maker_id: Mapped[UUID] = mapped_column(ForeignKey("maker.maker_id"), primary_key=True)
    created_at: Mapped[datetime]


class Comment(Base):
    __tablename__ = "comment"

    comment_id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.project_id"))
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("comment.comment_id"))
    depth: Mapped[int]
    author_id: Mapped[UUID] = mapped_column(ForeignKey("maker.maker_id"))
    body: Mapped[str | None]
    mentions: Mapped[list[str]]
    version: Mapped[int] = mapped_column(BigInteger, default=1)
    workflow_id: Mapped[UUID | None]
    ups: Mapped[int] = mapped_column(default=0)
    downs: Mapped[int] = mapped_column(default=0)
    replies: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    edited_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]


class OutboxJob(Base):
    __tablename__ = "outbox_job"

    job_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(insert_default=func.now())
    due_at: Mapped[datetime] = mapped_column(insert_default=func.now())


class Workflow(Base):
    __tablename__ = "workflow"

    workflow_id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.project_id"))
    slug: Mapped[str]
    head_number: Mapped[int | None]

    project: Mapped[Project] = relationship()


class WorkflowLabel(Base):
    __tablename__ = "workflow_label"

    workflow_id: Mapped[UUID] = mapped_column(ForeignKey("workflow.workflow_id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int]


class WorkflowVersion(Base):
    __tablename__ = "workflow_version"

    version_id: Mapped[UUID] = mapped_column(primary_key=True)
    workflow_id: Mapped[UUID] = mapped_column(ForeignKey("workflow.workflow_id"))
    number: Mapped[int]
    changelog: Mapped[str]
    content_hash: Mapped[bytes]
    content: Mapped[dict[str, Any]]
    steps: Mapped[int]
    variables: Mapped[int]
    author_id: Mapped[UUID] = mapped_column(ForeignKey("maker.maker_id"))
    created_at: Mapped[datetime]

    workflow: Mapped[Workflow] = relationship()
    author: Mapped[Maker] = relationship()
    labels: Mapped[list[WorkflowLabel]] = relationship(
        primaryjoin=(
            "and_(foreign(WorkflowLabel.workflow_id) == WorkflowVersion.workflow_id,"
            " foreign(WorkflowLabel.number) == WorkflowVersion.number)"
        ),
        order_by="WorkflowLabel.name.collate('C')",
        viewonly=True,
    )


def visible_to(viewer_id: UUID | None) -> ColumnElement[bool]:
    """Return a condition on Project: public, or visible to the viewer as a member."""
    out = and_(Project.visibility != "private", Project.status.in_(("published", "archived")))
    member = exists().where(ProjectMember.project_id == Project.project_id, ProjectMember.maker_id == viewer_id)
    return and_(Project.deleted_at.is_(None), or_(out, member))
