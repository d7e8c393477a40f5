"""What is published for those who check a credential."""

from marshmallow import Schema, fields


class KeyOut(Schema):
    kty = fields.String(required=True)
    n = fields.String(required=True)
    e = fields.String(required=True)
    kid = fields.String(required=True, metadata={"description": "thumbprint (RFC 7638)"})
    alg = fields.String(required=True)
    use = fields.String(required=True)


class KeysOut(Schema):
    keys = fields.List(fields.Nested(KeyOut), required=True)
    name = fields.String(required=True, metadata={"description": "the organisation whose keys they are"})


class ProfileOut(Schema):
    id = fields.String(required=True)
    type = fields.List(fields.String(), required=True)
    name = fields.String(required=True)
    url = fields.String(required=True)
