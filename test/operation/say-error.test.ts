/** What is thrown quotes what it choked on; its line in the log does not. */
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { sayError } from '../../src/log.ts'
import { freshDatabase } from '../world/database.ts'

const SECRET = 'blue-whale-13800138000'
const HAN = '蓝鲸正文'

function thrown(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

const said = (error: unknown): string => JSON.stringify(sayError(error))

describe('the line of an error', () => {
  const cases: readonly (readonly [what: string, error: unknown, keeps: string])[] = [
    ['JSON that does not parse', thrown(() => JSON.parse(`${SECRET} ${HAN}`)), 'SyntaxError'],
    ['JSON cut off', thrown(() => JSON.parse(`{"text": "${SECRET}`)), 'SyntaxError'],
    [
      'a schema',
      thrown(() => z.strictObject({ text: z.enum(['a']) }).parse({ text: SECRET, [SECRET]: HAN })),
      'invalid_value at text',
    ],
    [
      'an unhandled case',
      new Error(`unhandled case ${JSON.stringify({ text: SECRET, han: HAN })}`),
      'unhandled case',
    ],
    ['words in quotes', new Error(`no view '${SECRET}' nor "${HAN}"`), 'no view'],
    ['an answer with many lines', new Error(`refused\n${HAN}\n    at "${SECRET}"`), 'refused'],
    ['what caused it', new Error('outer', { cause: new Error(`inner "${SECRET}"`) }), 'inner'],
    ['what is no error', `${SECRET}${HAN}`, 'thrown string'],
  ]

  it.each(cases)('of %s tells no content, but where it was', (_, error, keeps) => {
    const line = said(error)
    expect(line).not.toContain(SECRET)
    expect(line).not.toContain(HAN)
    expect(line).toContain(keeps)
    if (error instanceof Error) expect(line).toContain('say-error.test.ts')
  })

  it('of the database tells the constraint and not the values', async () => {
    const db = freshDatabase()
    const insert = {
      sql: "INSERT INTO receipt (cause, outcome, at) VALUES (?, '{}', ?)",
      parameters: [SECRET, HAN],
    }
    await db.commit([insert])
    const error = await db.commit([insert]).catch((one: unknown) => one)
    const json = await db
      .commit([
        { sql: 'INSERT INTO receipt (cause, outcome, at) VALUES (?, ?, ?)', parameters: ['x', SECRET, HAN] },
      ])
      .catch((one: unknown) => one)
    expect(said(error)).toContain('Duplicate')
    expect(said(json)).toContain('CHECK constraint failed')
    expect(said(error) + said(json)).not.toMatch(/blue-whale|蓝鲸/)
    db.close()
  })
})
