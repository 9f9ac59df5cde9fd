/** What the database itself holds of petitions (Article 32). */
import { beforeEach, describe, expect, it } from 'vitest'
import { type PetitionWorld, petitionWorld } from './petition-world.ts'

let w: PetitionWorld
beforeEach(async () => {
  w = await petitionWorld()
})

describe('what the database itself holds', () => {
  const breaks = (sql: string) => () => w.db.exec(sql)

  it('papers and the register are never changed nor deleted, and nobody stops being concerned', async () => {
    await w.write('T1', { concerned: 'LM1' })
    expect(breaks("UPDATE petition_paper SET body = '{}'")).toThrow('a petition is never changed')
    expect(breaks('DELETE FROM petition_paper')).toThrow('a petition is never deleted')
    expect(breaks("UPDATE petition_register SET person = 'T2'")).toThrow('the register is never changed')
    expect(breaks('DELETE FROM petition_register')).toThrow('the register is never changed')
    expect(breaks('DELETE FROM petition_concerned')).toThrow('stays concerned')
  })

  it('a paper belongs to a step, and a number is given once', async () => {
    const { number } = await w.write('T1')
    expect(breaks(`INSERT INTO petition_paper VALUES ('${number}', 2, '{}')`)).toThrow(
      'a paper without a step',
    )
    expect(breaks("INSERT INTO petition_paper VALUES ('2026-099', 1, '{}')")).toThrow(
      'a paper without a step',
    )
    expect(breaks(`INSERT INTO petition_register VALUES ('h', '${number}', 'T2', '')`)).toThrow(/UNIQUE/)
    expect(
      breaks("INSERT INTO petition VALUES ('2026-1', 2026, 1, 'open', 'leaders', 0, NULL, '', '')"),
    ).toThrow(/UNIQUE/)
  })

  it('the journal of a petition names nobody, and it is not passed to whom it concerns', async () => {
    const { number } = await w.write('T1', { concerned: 'LM1' })
    const entry = (by: string, cause: string) =>
      breaks(
        `INSERT INTO journal (subject, version, type, at, by_person, in_name_of, cause, body, previous_hash, hash)
         VALUES ('petition:${number}', 2, 't', '', '${by}', '${by}', '${cause}', '{}', '', '')`,
      )
    expect(entry('T1', `petition:${number}:2`)).toThrow('a petition names nobody')
    expect(entry('writer', 'event:1')).toThrow('a petition names nobody')
    expect(breaks(`INSERT INTO petition_passed VALUES ('${number}', 2, 'LM1', NULL, 0, '')`)).toThrow(
      'passed on to whom it concerns',
    )
  })
})
