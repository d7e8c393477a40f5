"""Shapes of the doors to paths in the making."""

from marshmallow import Schema, fields

from quests.authoring.schemas import Loose


class SavePathIn(Loose):
    document = fields.Dict(
        required=True, metadata={"description": "a loype.path/1; its name in packages is made of its title"}
    )


class PathModuleOut(Schema):
    slug = fields.String(required=True)
    title = fields.String(required=True)
    seconds = fields.Integer(required=True)


class PathDraftOut(Schema):
    id = fields.String(required=True)
    title = fields.String(required=True)
    revision = fields.String(required=True, metadata={"description": "also the ETag"})
    document = fields.Dict(required=True)
    opened = fields.List(
        fields.String(), required=True, metadata={"description": "ids of weeks that have opened for somebody"}
    )
    modules = fields.List(fields.Nested(PathModuleOut), required=True)
