/** Baseline: the official SDK's own server adapter, with a handler that does nothing. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { adaptDefault, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk'
import { tellParent } from '../child.ts'
import { APP, WEBHOOK } from '../world/app.ts'

const { encryptKey, verificationToken } = APP
const dispatcher = new EventDispatcher({ encryptKey, verificationToken, loggerLevel: LoggerLevel.error })
dispatcher.register({ 'card.action.trigger': async () => ({ toast: { type: 'success', content: '' } }) })

const server = createServer(adaptDefault(WEBHOOK, dispatcher, { autoChallenge: true }))
server.listen(0, '127.0.0.1', () => tellParent({ port: (server.address() as AddressInfo).port }))
