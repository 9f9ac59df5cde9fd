import { describe, expect, test } from 'vitest'
import type { Failure } from '../../../../src/chat/feishu/outbound/api-failure.ts'
import { classify, isTokenFailure } from '../../../../src/chat/feishu/outbound/classify.ts'

const answer = (
  code: number | undefined,
  more: Partial<Extract<Failure, { kind: 'answer' }>> = {},
): Failure => ({
  ...{ kind: 'answer', status: 400, code, msg: 'why', reset: null, logId: null },
  ...more,
})

describe('a code means the same under every HTTP status', () => {
  test.each([
    [99991400, 'rate-limited'],
    [230020, 'rate-limited'],
    [11232, 'rate-limited'],
    [230049, 'unreachable'],
    [200810, 'unreachable'],
    [2200, 'unreachable'],
    [230013, 'recipient-gone'],
    [230029, 'recipient-gone'],
    [230053, 'recipient-gone'],
    [230034, 'recipient-gone'],
    [232009, 'recipient-gone'],
    [99992361, 'recipient-gone'],
    [230031, 'too-old'],
    [230011, 'too-old'],
    [230110, 'too-old'],
    [99991663, 'credentials'],
    [99991672, 'credentials'],
    [99991401, 'credentials'],
    [99991403, 'credentials'],
    [10014, 'credentials'],
    [230006, 'credentials'],
    [230001, 'refused'],
    [230025, 'refused'],
    [230028, 'refused'],
    [230099, 'refused'],
    [1, 'refused'],
  ] as const)('%i is %s', (code, kind) => {
    for (const status of [200, 400, 401, 403, 404]) expect(classify(answer(code, { status })).kind).toBe(kind)
  })
})

test.each([
  ['a gateway without Feishu behind it', answer(undefined, { status: 502 }), 'unreachable'],
  ['an unknown code of a failing server', answer(1, { status: 500 }), 'unreachable'],
  ['a page of a proxy with status 200', answer(undefined, { status: 200 }), 'unreachable'],
  ['a redirect', answer(undefined, { status: 302 }), 'unreachable'],
  ['too many requests without a body', answer(undefined, { status: 429 }), 'rate-limited'],
  ['an unknown page', answer(undefined, { status: 404 }), 'refused'],
  ['forbidden without a body', answer(undefined, { status: 403 }), 'credentials'],
  [
    'a card that is being tapped',
    answer(230099, { msg: 'ErrCode: 11310; ErrMsg: card action is lock' }),
    'unreachable',
  ],
  ['a broken connection', { kind: 'network', detail: 'TypeError ECONNRESET' }, 'unreachable'],
] as const)('%s', (_what, failure, kind) => {
  expect(classify(failure).kind).toBe(kind)
})

test.each([
  ['12', 12_000],
  ['0.5', 500],
  [null, 1_000],
  ['soon', 1_000],
  ['-3', 1_000],
  ['999999', 3_600_000],
])('a limit with the hint %s is waited for %i ms', (reset, retryAfterMs) => {
  expect(classify(answer(99991400, { status: 429, reset }))).toMatchObject({
    kind: 'rate-limited',
    retryAfterMs,
  })
})

test('the detail has status, code, a part of the message and the id for Feishu, no more', () => {
  const fault = classify(answer(230001, { msg: 'x'.repeat(5000), logId: '20260302' }))
  expect(fault.detail).toBe(`HTTP 400, code 230001, ${'x'.repeat(100)}, log 20260302`)
})

test('only a token that went bad is worth another token', () => {
  expect(
    [99991661, 99991663, 99991664, 99991665, 99991671, 99991677].every((code) =>
      isTokenFailure(answer(code)),
    ),
  ).toBe(true)
  expect([99991672, 99991679, 99991401, 230013].some((code) => isTokenFailure(answer(code)))).toBe(false)
})
