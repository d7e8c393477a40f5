import { beforeAll, describe, expect, it } from 'vitest'
import vector from '../../../../tests/vectors/credential.json'
import { check, thumbprint } from './checking'
import { codeOf } from './issuers'

const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const NOW = Date.parse('2026-12-24T12:00:00Z')
const own = (kid: string) => () => Promise.resolve([{ kid: 'another' }, { kid }])
const nobody = () => Promise.resolve(null)

let keys: CryptoKeyPair
let kid = ''
let jwk: JsonWebKey

const credential = {
  id: 'urn:uuid:1', issuer: { id: 'https://a.no/i', name: 'A' }, validFrom: '2026-11-18T23:00:00Z', validUntil: '2027-11-19T22:59:59Z',
  name: 'Hender', credentialSubject: { id: 'urn:uuid:2', identifier: [{ identityType: 'name', hashed: false, identityHash: 'Åse Ødegård' }] },
}
const claims = { iss: 'https://a.no/i', jti: 'urn:uuid:1', sub: 'urn:uuid:2', nbf: 1_795_042_800, exp: 1_826_665_199 }

const encoded = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
const json = (value: unknown) => encoded(new TextEncoder().encode(JSON.stringify(value)))

async function token(change: object = {}, header: object = {}): Promise<string> {
  const content = `${json({ alg: 'RS256', typ: 'JWT', jwk, ...header })}.${json({ ...credential, ...claims, ...change })}`
  const signature = await crypto.subtle.sign(RS256, keys.privateKey, new TextEncoder().encode(content))
  return `${content}.${encoded(new Uint8Array(signature))}`
}

beforeAll(async () => {
  keys = await crypto.subtle.generateKey({ ...RS256, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }, true, ['sign', 'verify'])
  const { kty, n, e } = await crypto.subtle.exportKey('jwk', keys.publicKey)
  jwk = { kty, n, e } as JsonWebKey
  kid = await thumbprint({ kty: 'RSA', n: n ?? '', e: e ?? '' })
})

describe('a certificate', () => {
  it('is sound as the server signs it, by the key it has published', async () => {
    const [key] = vector.keys
    const found = await check(vector.token, own(key?.kid ?? ''), Date.parse(vector.checked_at))
    expect(found).toEqual({ verdict: 'sound', told: { ...vector.told, key: key?.kid } })
  })

  it('tells what stands on it', async () => {
    const found = await check(await token(), own(kid), NOW)
    expect(found.verdict).toBe('sound')
    expect(found.told).toMatchObject({ person: 'Åse Ødegård', title: 'Hender', issuer: 'A', key: kid })
  })

  it.each([
    ['expired', '2027-11-19T23:00:00Z'],
    ['early', '2026-11-18T22:59:59Z'],
    ['sound', '2026-11-18T23:00:00Z'],
    ['sound', '2027-11-19T22:59:59Z'],
  ])('is %s at %s', async (verdict, at) => {
    expect((await check(await token(), own(kid), Date.parse(at))).verdict).toBe(verdict)
  })

  it('is not genuine when any byte of it is another', async () => {
    const [head = '', body = '', signature = ''] = (await token()).split('.')
    const forged = json({ ...credential, ...claims, name: 'Medisin' })
    const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)
    for (const changed of [`${head}.${forged}.${signature}`, `${head}.${body}.${flipped}`])
      expect((await check(changed, own(kid), NOW)).verdict).toBe('broken')
  })

  it.each([
    [{ iss: 'https://b.no/i' }], [{ jti: 'urn:uuid:3' }], [{ sub: 'urn:uuid:3' }], [{ nbf: 1 }], [{ exp: 9_999_999_999 }], [{ exp: undefined }],
  ])('is not genuine when its claims say something else than it: %j', async (change) => {
    expect((await check(await token(change), own(kid), NOW)).verdict).toBe('broken')
  })

  it('is not genuine by a key that the organisation does not have, and unsure where its keys are not known', async () => {
    expect((await check(await token(), own('a-third'), NOW)).verdict).toBe('foreign_key')
    expect((await check(await token(), nobody, NOW)).verdict).toBe('unknown_key')
  })

  it.each(['', 'a.b', 'a.b.c', 'ikke et bevis', '{}', `${'a'.repeat(100_001)}.b.c`])('is none: %s', async (text) => {
    expect((await check(text, nobody, NOW)).verdict).toBe('unreadable')
  })

  it('is none without a signature, whatever it says of that', async () => {
    expect((await check(await token({}, { alg: 'none' }), own(kid), NOW)).verdict).toBe('unreadable')
    expect((await check(await token({}, { alg: 'HS256' }), own(kid), NOW)).verdict).toBe('unreadable')
  })
})

describe('the issuer', () => {
  it.each([
    ['https://loype.no/api/v1/competence/issuers/fjordvik', 'fjordvik'],
    ['https://loype.no/api/v1/competence/issuers/', null],
    ['https://loype.no/api/v1/competence/issuers/a/b', null],
    ['https://loype.no/api/v1/competence/issuers/../../me', null],
    ['https://annet.no/api/v1/competence/issuers/fjordvik', null],
    ['https://loype.no.annet.no/api/v1/competence/issuers/fjordvik', null],
  ])('%s', (issuer, code) => expect(codeOf(issuer, 'https://loype.no')).toBe(code))
})
