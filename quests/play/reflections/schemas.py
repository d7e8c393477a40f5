"""Shapes that go out of the doors of notes."""

from marshmallow import Schema, fields

from app.identity.schemas import PageOut


class ReflectionOut(Schema):
    letter = fields.String(required=True, metadata={"description": "with `position`, what it is deleted by"})
    position = fields.Integer(required=True)
    question = fields.String(required=True)
    module = fields.String(required=True, metadata={"description": "the title of the post it was asked in"})
    text = fields.String(required=True)
    written_at = fields.String(required=True)


class ReflectionsOut(PageOut):
    items = fields.List(fields.Nested(ReflectionOut), required=True)
