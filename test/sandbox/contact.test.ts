/** The campus directory by the official SDK's client, and what the personnel office does with it. */
import { Client, LoggerLevel } from '@larksuiteoapi/node-sdk'
import { afterEach, describe, expect, it } from 'vitest'
import type { CampusOptions } from '../../src/sandbox/options.ts'
import { app, chair, client, contact, head, listen, type World, world } from './world.ts'

const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} }
const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

const deputy = {
  ...contact,
  openId: 'ou_deputy',
  unionId: 'on_deputy',
  name: '药剂学 教师',
  unit: '药学院/药剂学教研室',
}
const both = {
  ...head,
  openId: 'ou_both',
  unionId: 'on_both',
  name: '双聘 教师',
  unit: '护理学院',
  alsoIn: ['药学院'],
}

async function campus(options: Partial<CampusOptions> = {}): Promise<World & { readonly sdk: Client }> {
  const here = world({ limits: 'none', people: [contact, head, chair, deputy, both], ...options })
  const server = await listen(here.campus.api)
  opened.push(server)
  const { appId, appSecret } = app
  const kept = new Map<unknown, unknown>()
  const sdk = new Client({
    ...{ appId, appSecret, domain: server.base, loggerLevel: LoggerLevel.error, logger: silent },
    // The SDK's own cache is one for all clients of an app id, whatever campus they talk to.
    cache: {
      get: async (key) => kept.get(key),
      set: async (key, value) => {
        kept.set(key, value)
        return true
      },
    },
  })
  return { ...here, sdk }
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: { response: { status: number; data: { code: number; msg: string } } }) => error.response,
  )

describe('the directory of the campus', () => {
  it('is a tree of departments, read by the SDK with all below or level by level', async () => {
    const { sdk } = await campus()
    const read = (department_id: string, fetch_child: boolean) =>
      sdk.contact.v3.department.children({ path: { department_id }, params: { fetch_child, page_size: 50 } })
    const all = await read('0', true)
    expect(all.data?.items?.map((one) => one.name)).toEqual(['药学院', '药剂学教研室', '护理学院'])
    const top = await read('0', false)
    expect(top.data?.items?.map((one) => [one.name, one.parent_department_id])).toEqual([
      ['药学院', '0'],
      ['护理学院', '0'],
    ])
    const below = await read(top.data?.items?.[0]?.open_department_id ?? '', true)
    expect(below.data?.items?.map((one) => one.name)).toEqual(['药剂学教研室'])
  })

  it('lists direct members page by page; who is in two departments is in both lists', async () => {
    const { sdk } = await campus()
    const departments = await sdk.contact.v3.department.children({ path: { department_id: '0' }, params: {} })
    const id = departments.data?.items?.[0]?.open_department_id ?? ''
    const names: string[] = []
    let page_token: string | undefined
    do {
      const page = await sdk.contact.v3.user.findByDepartment({
        params: { department_id: id, page_size: 1, ...(page_token && { page_token }) },
      })
      names.push(...(page.data?.items ?? []).map((one) => one.name ?? ''))
      page_token = page.data?.page_token
    } while (page_token)
    expect(names).toEqual(['药学院 联络员', '药学院 负责人', '双聘 教师'])
    const root = await sdk.contact.v3.user.findByDepartment({ params: { department_id: '0' } })
    expect(root.data?.items?.map((one) => one.name)).toEqual(['领导小组 组长'])
  })

  it('refuses pages too large and tokens made up', async () => {
    const { campus: one } = await campus()
    const call = await client(one.api)
    const codeOf = async (path: string) => (await call('GET', `/contact/v3/${path}`)).code
    expect(await codeOf('departments/0/children?page_size=51')).toBe(40011)
    expect(await codeOf('scopes?page_size=101')).toBe(40011)
    expect(await codeOf('users/find_by_department?department_id=0&page_token=7')).toBe(40012)
    expect(await codeOf('users/find_by_department')).toBe(99992402)
    expect(await codeOf('departments/od-nobody/children')).toBe(40008)
  })

  it('shows an app of a narrow range that range and no more', async () => {
    const { sdk, campus: one } = await campus()
    await one.personnel.setRange({ departments: ['药学院'], people: [chair.openId] })
    const range = await sdk.request({ method: 'GET', url: '/open-apis/contact/v3/scopes' })
    expect(range.data).toMatchObject({ user_ids: [chair.openId], has_more: false })
    expect(range.data.department_ids).toHaveLength(1)
    const root = await failure(sdk.contact.v3.department.children({ path: { department_id: '0' } }))
    expect([root?.status, root?.data.code]).toEqual([403, 40004])
    const users = await sdk.contact.v3.user.batch({
      params: { user_ids: [chair.openId, contact.openId, deputy.openId, 'ou_nobody'] },
    })
    const names = users.data?.items?.map((one) => one.name)
    expect(names).toEqual([chair.name, contact.name, deputy.name])
  })

  it('asks for scopes: for the call, and for each field', async () => {
    const { sdk, campus: one } = await campus()
    one.personnel.setScopes(['contact:contact.base:readonly', 'contact:user.base:readonly'])
    const root = await sdk.contact.v3.user.findByDepartment({ params: { department_id: '0' } })
    expect(Object.keys(root.data?.items?.[0] ?? {}).sort()).toEqual([
      'en_name',
      'name',
      'open_id',
      'union_id',
      'user_id',
    ])
    one.personnel.setScopes([])
    const refused = await failure(sdk.contact.v3.user.findByDepartment({ params: { department_id: '0' } }))
    expect([refused?.status, refused?.data.code]).toEqual([400, 99991672])
    expect(refused?.data.msg).toContain('scopes is required: [contact:contact.base:readonly, ')
  })

  it('answers too many calls with 429 and how long to wait', async () => {
    const { campus: one } = await campus({ limits: { perApiPerSecond: 2 } })
    const call = await client(one.api)
    const answers = [1, 2, 3].map(() => call('GET', '/contact/v3/users/find_by_department?department_id=0'))
    const last = (await Promise.all(answers)).at(-1)
    expect([last?.status, last?.code, last?.headers.get('x-ogw-ratelimit-reset')]).toEqual([
      429,
      99991400,
      '1',
    ])
  })
})

describe('the personnel office', () => {
  const typesOf = ({ webhook }: World): number => webhook.received.length

  it('tells the app of each act, as far as it sees the person', async () => {
    const here = await campus()
    const { personnel } = here.campus
    await personnel.hire({ ...contact, openId: 'ou_new', unionId: 'on_new', name: '新人' })
    await personnel.move(contact.openId, '护理学院')
    await personnel.correct(contact.openId, { name: '改名', mobile: '13900000000' })
    await personnel.freeze(head.openId)
    await personnel.resign(deputy.openId)
    expect(typesOf(here)).toBe(6)
    await personnel.setRange({ departments: ['护理学院'], people: [] })
    await personnel.resign(chair.openId)
    expect(typesOf(here)).toBe(7)
  })

  it('takes who resigns out of the lists, and no message reaches the person', async () => {
    const { sdk, campus: one } = await campus()
    await one.personnel.resign(chair.openId)
    const root = await sdk.contact.v3.user.findByDepartment({ params: { department_id: '0' } })
    expect(root.data?.items).toEqual([])
    const data = { receive_id: chair.openId, msg_type: 'text', content: '{"text":"您好"}' }
    const refused = await failure(sdk.im.message.create({ params: { receive_id_type: 'open_id' }, data }))
    expect(refused?.data.code).toBe(230013)
  })

  it('keeps what it did across a restart', async () => {
    const lines: string[] = []
    const storage = { load: () => lines, append: (line: string) => void lines.push(line) }
    const before = world({ storage })
    await before.campus.personnel.correct(chair.openId, { name: '新组长' })
    await before.campus.personnel.resign(head.openId)
    before.campus.close()
    const after = await campus({ storage, people: [contact, head, chair] })
    const root = await after.sdk.contact.v3.user.findByDepartment({ params: { department_id: '0' } })
    expect(root.data?.items?.map((one) => one.name)).toEqual(['新组长'])
    expect(after.campus.chat.people().find((one) => one.openId === chair.openId)?.name).toBe('新组长')
  })
})
