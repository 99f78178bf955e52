/** Entry of the thread that does the long works on annotations. It ends by itself when nobody has asked for anything for a while. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { AnnotationHostClient } from '#contract/index.ts'
import { createClient } from '#contract/port.ts'
import { serveRouter } from '../../rpc/serve.ts'
import { openWork } from './service.ts'

if (!parentPort) throw new Error('This file is the entry of a worker thread.')
const port = parentPort
const { dataDir, host } = workerData as { dataDir: string; host: MessagePort }
const { router } = openWork(dataDir, createClient<AnnotationHostClient>(host as never))
const connection = serveRouter(router, (error) => console.error(error))((message) => port.postMessage(message))
port.on('message', (message) => connection.receive(message))
