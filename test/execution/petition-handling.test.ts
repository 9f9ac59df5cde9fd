/** Article 32: petitions are handled: two at once, double taps, consent, receivers, 待办. */
import { beforeEach, describe, expect, it } from 'vitest'
import { sealOf } from '../../src/execution/petition/paper.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { codeOf, type PetitionWorld, petitionWorld, rowsOf } from './petition-world.ts'

let w: PetitionWorld
beforeEach(async () => {
  w = await petitionWorld()
})

const reply = (by: string, petition: string, text = '已核实', inNameOf = by) =>
  w.do(
    by,
    'petition.reply',
    { petition, step: 'petition.answered', text, seen: w.seen(petition) },
    { inNameOf },
  )

const pass = (by: string, petition: string, to: string) =>
  w.do(by, 'petition.pass', { petition, to, text: '请核实', seen: w.seen(petition) })

const consent = (by: string, petition: string, proposal: number, agree = true) =>
  w.do(by, 'petition.consent', { petition, proposal, agree })

describe('handling', () => {
  it('of two who answer at once one does, and the other sees that it moved', async () => {
    const { number } = await w.write('T1', { concerned: 'CH' })
    const both = await Promise.all([reply('LM1', number, '甲'), reply('LM2', number, '乙')])
    expect(both.map(codeOf).toSorted()).toEqual(['moved-petition', 'petition-answered'])
    expect(
      rowsOf(w.db, "SELECT 1 FROM petition_paper WHERE json_extract(body, '$.text') IN ('甲', '乙')"),
    ).toHaveLength(1)
  })

  it('a double tap answers once', async () => {
    const { number } = await w.write('T1')
    const wish = { petition: number, step: 'petition.answered', text: '已核实', seen: 1 }
    const both = await Promise.all([w.do('CH', 'petition.reply', wish), w.do('CH', 'petition.reply', wish)])
    expect(both.map(codeOf).toSorted()).toEqual(['moved-petition', 'petition-answered'])
  })

  it('an entrusted member proposes; the receiver sees nothing before the chair consents, once', async () => {
    const { number } = await w.write('T1')
    expect(codeOf(await pass('LM1', number, '教务处'))).toBe('unentrusted-petition')
    expect(codeOf(await w.do('CH', 'petition.entrust', { petition: number, to: 'LM1' }))).toBe(
      'petition-entrusted',
    )
    expect(codeOf(await w.do('CH', 'petition.entrust', { petition: number, to: 'LM1' }))).toBe(
      'entrusted-member',
    )
    expect(codeOf(await w.do('CH', 'petition.entrust', { petition: number, to: 'T1' }))).toBe('unfit-member')
    expect(codeOf(await pass('LM1', number, '教务处'))).toBe('passing-proposed')
    expect(codeOf(await pass('LM1', number, '科技处'))).toBe('pending-passing')
    expect(count(w.db, 'petition_passed')).toBe(0)
    expect(codeOf(await consent('LM1', number, 3))).toBe('unentrusted-petition')
    const both = await Promise.all([consent('CH', number, 3), consent('CH', number, 3)])
    expect(both.map(codeOf).toSorted()).toEqual(['petition-passed', 'settled-passing'])
    expect(rowsOf(w.db, "SELECT person FROM outbox WHERE view = 'petition-passed'")).toEqual([
      { person: 'H-XZ01' },
    ])
  })

  it('where it concerns the chair, one member proposes and another consents', async () => {
    const { number } = await w.write('T1', { concerned: 'CH' })
    expect(codeOf(await pass('LM1', number, 'T2'))).toBe('passing-proposed')
    expect(codeOf(await consent('LM1', number, 2))).toBe('own-passing')
    expect(codeOf(await consent('CH', number, 2))).toBe('foreign-petition')
    expect(codeOf(await consent('LM2', number, 2, false))).toBe('passing-declined')
    expect(codeOf(await pass('LM1', number, 'T2'))).toBe('passing-proposed')
    expect(codeOf(await consent('LM2', number, 4))).toBe('petition-passed')
    expect(await w.read('T2', 'petition-passed', { petition: number, place: 5 })).toContain('请核实')
  })

  it('nobody consents to the own proposal in another’s name', async () => {
    const { number } = await w.write('T1', { concerned: 'CH' })
    await w.delegates('LM1', 'LM2')
    expect(codeOf(await pass('LM2', number, 'T2'))).toBe('passing-proposed')
    const wish = { petition: number, proposal: 2, agree: true }
    expect(codeOf(await w.do('LM2', 'petition.consent', wish, { inNameOf: 'LM1' }))).toBe('own-passing')
    expect(codeOf(await consent('LM1', number, 2))).toBe('petition-passed')
  })

  it('receivers: nobody of that name, several, a unit without a head, one whom it concerns', async () => {
    const { number } = await w.write('T1', { concerned: 'H-XZ02' })
    w.db.exec("UPDATE role_held SET to_on = '2026-02-01' WHERE role = 'head' AND scope = 'JX02'")
    expect(codeOf(await pass('CH', number, '赵无名'))).toBe('unknown-receiver')
    expect(codeOf(await pass('CH', number, '刘洋'))).toBe('ambiguous-receiver')
    expect(codeOf(await pass('CH', number, '护理学院'))).toBe('headless-receiver')
    expect(codeOf(await pass('CH', number, '科技处'))).toBe('concerned-receiver')
    expect(codeOf(await pass('CH', number, 'H-XZ02'))).toBe('concerned-receiver')
    expect(codeOf(await pass('CH', number, '教 务 处'))).toBe('petition-passed')
  })

  it('the receiver answers once; one who heads the unit no longer does not', async () => {
    const { number } = await w.write('T1')
    await pass('CH', number, '教务处')
    const report = (by: string) => w.do(by, 'petition.report', { petition: number, place: 2, text: '已办' })
    expect(codeOf(await report('H-XZ02'))).toBe('foreign-passing')
    expect(codeOf(await report('C-XZ01'))).toBe('foreign-passing')
    const both = await Promise.all([report('H-XZ01'), report('H-XZ01')])
    expect(both.map(codeOf).toSorted()).toEqual(['passing-reported', 'reported-passing'])
    w.db.exec("UPDATE role_held SET to_on = '2026-03-01' WHERE person = 'H-XZ01'")
    expect(codeOf(await report('H-XZ01'))).toBe('foreign-passing')
  })

  it('a passed one is handled after the year is closed, but no words are added', async () => {
    const { number, handle } = await w.write('T1')
    await w.enter('closed')
    expect(codeOf(await w.do('T1', 'petition.add', { handle, text: '补充' }))).toBe('closed-petitions')
    expect(codeOf(await reply('CH', number))).toBe('petition-answered')
    expect(codeOf(await w.do('CH', 'petition.close', { petition: number, seen: 2 }))).toBe('petition-closed')
    expect(codeOf(await reply('CH', number))).toBe('ended-petition')
  })

  it('待办: the chair all, the others what is theirs, nobody the own; the writer what is asked', async () => {
    const { number } = await w.write('T1')
    const { number: ofChair } = await w.write('LM1', { concerned: 'CH' })
    const todo = (who: string) => w.read(who, 'todo')
    expect(await todo('CH')).toContain(number)
    expect(await todo('CH')).not.toContain(ofChair)
    expect(await todo('LM1')).not.toContain('来信')
    expect(await todo('LM2')).toContain(ofChair)
    expect(await todo('LM2')).not.toContain(number)
    await w.do('CH', 'petition.entrust', { petition: number, to: 'LM2' })
    expect(await todo('LM2')).toContain(`来信第 ${number} 号等您办理`)
    await w.do('LM2', 'petition.pass', { petition: number, to: 'T2', text: '请核实', seen: 2 })
    expect(await todo('CH')).toContain(`来信第 ${number} 号的转办等您同意`)
    await w.do('CH', 'petition.reply', { petition: number, step: 'petition.asked', text: '何时？', seen: 3 })
    expect(await todo('T1')).toContain('领导小组请您补充')
  })

  it('the journal folds to the state, and every paper fits its seal', async () => {
    const { number, handle } = await w.write('T1', { concerned: 'LM1', unit: '后勤' })
    await w.do('T1', 'petition.add', { handle, text: '补充' })
    await pass('CH', number, 'T2')
    await w.do('T2', 'petition.report', { petition: number, place: 3, text: '已办' })
    await reply('CH', number)
    await w.do('CH', 'petition.close', { petition: number, seen: 5 })
    expect(await journalEqualsState(w.db)).toContain('petition')
    const rows = rowsOf(
      w.db,
      `SELECT body ->> '$.seal' AS seal, version FROM journal WHERE subject = 'petition:${number}' ORDER BY version`,
    )
    const papers = rowsOf(w.db, `SELECT body FROM petition_paper WHERE petition = '${number}' ORDER BY place`)
    expect(rows.map(({ seal }) => seal)).toEqual(papers.map(({ body }) => sealOf(String(body))))
  })
})
