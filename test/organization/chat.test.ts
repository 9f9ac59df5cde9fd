import { describe, expect, it } from 'vitest'
import type { Card, Message } from '../../cards/kit.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { asOneself } from '../../src/kernel/acting.ts'
import type { Command, Meta } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import type { Viewer } from '../../src/kernel/view.ts'
import { organization } from '../../src/organization/chapter.ts'
import type { OrganizationDeps } from '../../src/organization/deps.ts'
import { findActor } from '../../src/organization/queries.ts'
import type { RosterSheets } from '../../src/organization/roster/sheets.ts'
import { demoRoster } from '../../src/sandbox/university.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { workbookOf } from './roster/workbook.ts'
import { addRow, demoDatabase, depsOf, editSheet, metaOf } from './world.ts'

const renamed = (name: string): RosterSheets =>
  editSheet(demoRoster(), 'units', (cells) => (cells.id === 'JX01' ? { ...cells, name } : cells))

function commandOf(deps: OrganizationDeps, type: string): Command {
  const command = organization(deps).commands.find((one) => one.type === type)
  if (!command) throw new Error(`no command ${type}`)
  return command
}

const viewerOf = ({ by, inNameOf, at, today }: Meta): Viewer => ({ by, inNameOf, at, today })

async function show(
  db: SqliteDatabase,
  deps: OrganizationDeps,
  name: string,
  params: JsonObject,
  by = 'OF1',
) {
  const view = organization(deps).views.find((one) => one.name === name)
  if (!view) throw new Error(`no view ${name}`)
  return view.render(db, params, viewerOf(metaOf(by, 'look', '2026-03-02')))
}

/** The card of a message, drawn and found valid. */
function cardIn(message: Message): Card {
  if (message.kind !== 'card') throw new Error(`a ${message.kind}`)
  expect(validateCard(renderCard(message.card))).toEqual([])
  return message.card
}

const textOf = (card: Card): string => JSON.stringify(card)

/** A workbook arrives from a person, as the delivery executes it when its bytes are here. */
async function send(
  db: SqliteDatabase,
  deps: OrganizationDeps,
  bytes: Uint8Array,
  by: string,
  cause: string,
) {
  const sha256 = await deps.blobs.put(bytes)
  const payload = { name: '名册.xlsx', sha256, size: bytes.length }
  const outcome = await execute(db, commandOf(deps, 'roster.read'), payload, metaOf(by, cause, '2026-03-02'))
  return { roster: sha256, outcome }
}

describe('a workbook sent in the chat', () => {
  it('is taken from the office only, and only when it is one', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const takes = (by: string, name: string) =>
      organization(deps).takesFile?.(db, viewerOf(metaOf(by, 'x')), {
        messageId: 'm',
        key: 'k',
        name,
        kind: 'file',
      })
    expect(await takes('OF1', '2026.XLSX')).toEqual({ command: 'roster.read', with: { name: '2026.XLSX' } })
    expect(await takes('OF1', '人员名册.xls')).toBeDefined()
    expect(await takes('OF1', '佐证.pdf')).toBeUndefined()
    expect(await takes('C-JX01', '名册.xlsx')).toBeUndefined()
    expect(await takes('nobody', '名册.xlsx')).toBeUndefined()
  })

  it('is refused from one who is not in the office when it is read', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const { outcome } = await send(db, deps, await workbookOf(demoRoster()), 'C-JX01', 'a')
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'office-roster' } })
  })

  it('with faults is answered with a card that names them all, fifty a page, and nothing to confirm', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const wrong = editSheet(demoRoster(), 'people', (cells) => ({
      ...cells,
      name: '',
      mobile: '1',
      unit: '**',
    }))
    const { roster } = await send(db, deps, await workbookOf(wrong), 'OF1', 'a')
    expect(db.raw("SELECT person, view FROM outbox WHERE key LIKE 'send:roster:%'")).toEqual([
      { person: 'OF1', view: 'roster' },
    ])
    const first = cardIn(await show(db, deps, 'roster', { roster }))
    expect(first.title).toBe('名册有误，没有导入')
    expect(textOf(first)).toContain('「人员」第2行「姓名」：不能为空，请填写')
    expect(textOf(first)).toContain('有 84 处错误')
    expect(textOf(first)).not.toContain('roster.apply')
    const second = cardIn(await show(db, deps, 'roster', { roster, page: 2 }))
    expect(textOf(second)).toContain('第 2 页，共 2 页')
    expect(second.elements.length).toBeLessThan(first.elements.length)
  })

  it('without faults shows what it adds, changes and ends, and is applied on confirmation', async () => {
    const deps = depsOf({ '13900000000': 'ou_new' })
    const db = await demoDatabase(deps)
    let sheets = editSheet(renamed('药学与化学院'), 'roles', (cells) =>
      cells.person === 'AG3' ? undefined : cells,
    )
    sheets = addRow(sheets, 'people', { id: 'N1', name: '新教师', mobile: '13900000000' })
    sheets = addRow(sheets, 'people', { id: 'N2', name: '失联教师', email: 'n2@campus.example' })
    const { roster } = await send(db, deps, await workbookOf(sheets), 'OF1', 'a')
    const preview = cardIn(await show(db, deps, 'roster', { roster }))
    const text = textOf(preview)
    for (const part of [
      '药学与化学院（单位名称）',
      '新教师',
      '考核组 成员乙（考核组成员：机关考核工作组）',
      '将结束（1）',
    ])
      expect(text).toContain(part)
    expect(text).toContain('以下人员未在飞书找到，导入后收不到消息，请核对手机或邮箱（1人）：失联教师')
    const seen = Number(/"seen":(\d+)/.exec(text)?.[1])
    const apply = commandOf(deps, 'roster.apply')
    const outcome = await execute(db, apply, { roster, seen }, metaOf('OF1', 'tap', '2026-03-02'))
    expect(outcome).toMatchObject({ ok: true, done: { added: 2, changed: 1, ended: 1 } })
    const closed = cardIn(await show(db, deps, 'roster', { roster }, 'OF2'))
    expect(textOf(closed)).toContain('办公室 工作人员 于 3月2日 09:00 确认')
    expect(closed.elements.some((element) => element.tag === 'buttons')).toBe(false)
    const again = await execute(db, apply, { roster, seen }, metaOf('OF2', 'tap 2', '2026-03-02'))
    expect(again).toMatchObject({
      ok: false,
      refusal: { code: 'applied-roster', by: 'OF1' },
      show: { name: 'roster' },
    })
  })

  it('sent a second time finds nothing to do, and offers nothing to confirm', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const { roster } = await send(db, deps, await workbookOf(demoRoster()), 'OF1', 'a')
    const card = cardIn(await show(db, deps, 'roster', { roster }))
    expect(card.title).toBe('名册与现有组织一致')
    expect(textOf(card)).not.toContain('roster.apply')
  })

  it('can be dropped, and then no longer confirmed', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const { roster } = await send(db, deps, await workbookOf(renamed('新药学院')), 'OF1', 'a')
    expect(await organization(deps).todo(db, viewerOf(metaOf('OF2', 'x')))).toHaveLength(1)
    await execute(db, commandOf(deps, 'roster.drop'), { roster }, metaOf('OF1', 'b'))
    expect(await organization(deps).todo(db, viewerOf(metaOf('OF2', 'x')))).toEqual([])
    const late = await execute(db, commandOf(deps, 'roster.apply'), { roster, seen: 1 }, metaOf('OF2', 'c'))
    expect(late).toMatchObject({ refusal: { code: 'dropped-roster' } })
    expect(textOf(cardIn(await show(db, deps, 'roster', { roster })))).toContain('没有任何改动')
  })

  it('that cannot be read is answered with why and what to do', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const { roster } = await send(db, deps, Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'OF1', 'a')
    const card = cardIn(await show(db, deps, 'roster', { roster }))
    expect(textOf(card)).toContain('请去掉密码并另存为 .xlsx 后重新发送')
  })

  it('says so when the directory cannot be asked, and can be imported all the same', async () => {
    const deps: OrganizationDeps = { ...depsOf(), lookUp: () => Promise.reject(new Error('no permission')) }
    const db = await demoDatabase(deps)
    const sheets = addRow(demoRoster(), 'people', { id: 'N1', name: '新教师', mobile: '13900000000' })
    const { roster } = await send(db, deps, await workbookOf(sheets), 'OF1', 'a')
    expect(textOf(cardIn(await show(db, deps, 'roster', { roster })))).toContain('飞书通讯录暂时查不到人')
  })

  it('shows its card to the office and to its sender, to no one else', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const { roster } = await send(db, deps, await workbookOf(renamed('秘密学院')), 'OF1', 'a')
    const card = cardIn(await show(db, deps, 'roster', { roster }, 'C-JX01'))
    expect(textOf(card)).not.toContain('秘密学院')
    expect(textOf(card)).toContain('名册由领导小组办公室管理')
    expect(await findActor(db, asOneself('C-JX01', '2026-03-02'))).toBeDefined()
  })

  it('has a template and a guide behind the words for them', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const file = await show(db, deps, 'roster-template', {})
    expect(file).toMatchObject({ kind: 'file', name: '目标管理名册模板.xlsx' })
    expect(textOf(cardIn(await show(db, deps, 'roster-guide', {})))).toContain('下载模板')
    expect(textOf(cardIn(await show(db, deps, 'roster-guide', {}, 'C-JX01')))).not.toContain('下载模板')
    const opened = organization(deps).intents.map((intent) => intent.opens(''))
    expect(opened).toContainEqual({ show: 'roster-guide', with: {} })
    expect(opened).toContainEqual({ send: 'roster-template', with: {} })
  })
})
