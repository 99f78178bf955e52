/**
 * Texts that no client of ours would send, and the code that each is answered with (null: no answer is possible or due). Their
 * request's id is h1.
 */
import { largestMessage } from '#contract/port.ts'
import { requestText } from './line.ts'

const show = 'library/show'
const idAtFront = (rest: string) => `{"i":"h1",${rest}}`

export const hostileTexts: readonly [what: string, text: string, code: string | null][] = [
	['nothing', '', null],
	['words', 'GET / HTTP/1.1', null],
	['half of JSON', '{"i":"', null],
	['null', 'null', null],
	['a number', '42', null],
	['a list', '[]', null],
	['an empty object', '{}', null],
	['a request without a body', '{"i":"h1"}', 'BAD_REQUEST'],
	['a request that is null', idAtFront('"p":null'), 'BAD_REQUEST'],
	['a request that is text', idAtFront('"p":"show"'), 'BAD_REQUEST'],
	['a request without an address', idAtFront('"p":{}'), 'BAD_REQUEST'],
	['an address that is a number', idAtFront('"p":{"u":7}'), 'BAD_REQUEST'],
	['an address that is none', idAtFront('"p":{"u":"::::"}'), 'BAD_REQUEST'],
	['another site’s address', idAtFront('"p":{"u":"http://evil.example/x"}'), 'UNKNOWN_METHOD'],
	['an unknown method', requestText('h1', 'library/burn', {}), 'UNKNOWN_METHOD'],
	['no method', requestText('h1', '', {}), 'UNKNOWN_METHOD'],
	['a group for a method', requestText('h1', 'library', {}), 'UNKNOWN_METHOD'],
	['a method of every object', requestText('h1', 'constructor', {}), 'UNKNOWN_METHOD'],
	['a method of every function', requestText('h1', `${show}/call`, {}), 'UNKNOWN_METHOD'],
	['a prototype', requestText('h1', '__proto__/toString', {}), 'UNKNOWN_METHOD'],
	['the inside of a method', requestText('h1', `${show}/~orpc/handler`, {}), 'UNKNOWN_METHOD'],
	['a way out', requestText('h1', '../../etc/passwd', {}), 'UNKNOWN_METHOD'],
	['percent signs', requestText('h1', '%zz/%00', {}), 'UNKNOWN_METHOD'],
	['a wrong type', requestText('h1', show, { id: { $ne: null } }), 'BAD_REQUEST'],
	['a missing field', requestText('h1', show, {}), 'BAD_REQUEST'],
	['an extra field', requestText('h1', show, { id: 'one-night', admin: true }), 'BAD_REQUEST'],
	[
		'a prototype as input',
		'{"i":"h1","p":{"u":"/library/show","b":{"json":{"__proto__":{"id":"one-night"}}}}}',
		'BAD_REQUEST',
	],
	['no input', requestText('h1', show), 'BAD_REQUEST'],
	['input that is not wrapped', idAtFront('"p":{"u":"/library/show","b":{"id":"one-night"}}'), 'BAD_REQUEST'],
	['input that is text', idAtFront('"p":{"u":"/library/show","b":"one-night"}'), 'BAD_REQUEST'],
	['a huge string', requestText('h1', show, { id: 'x'.repeat(largestMessage - 200) }), 'BAD_REQUEST'],
	['a huge method', requestText('h1', 'x'.repeat(largestMessage - 200)), 'UNKNOWN_METHOD'],
	['a huge list', requestText('h1', 'library/check', { directories: Array(200_000).fill('x') }), 'BAD_REQUEST'],
	['deep lists', requestText('h1', show, JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`)), 'BAD_REQUEST'],
	[
		'very deep lists',
		`{"i":"h1","p":{"u":"/library/show","b":{"json":${'['.repeat(400_000)}${']'.repeat(400_000)}}}}`,
		'BAD_REQUEST',
	],
	['a message over the limit', requestText('h1', show, { id: 'x'.repeat(largestMessage) }), 'TOO_LARGE'],
	['garbage over the limit', 'x'.repeat(largestMessage + 1), null],
	[
		'type hints for nothing',
		'{"i":"h1","p":{"u":"/library/show","b":{"json":{"id":"one-night"},"meta":[[0,"a","b"],[99]]}}}',
		'BAD_REQUEST',
	],
	[
		'a type hint into the prototype',
		'{"i":"h1","p":{"u":"/library/show","b":{"json":{"id":"1"},"meta":[[0,"__proto__","polluted"]]}}}',
		'BAD_REQUEST',
	],
	[
		'files that are not there',
		'{"i":"h1","p":{"u":"/library/show","b":{"json":{"id":"1"},"meta":[],"maps":[["id"]]}}}',
		'NOT_FOUND',
	],
	[
		'a form',
		idAtFront('"p":{"u":"/library/show","h":{"content-type":"multipart/form-data; boundary=x"},"b":"x"}'),
		'BAD_REQUEST',
	],
	[
		'a file',
		idAtFront('"p":{"u":"/library/show","h":{"content-disposition":"attachment; filename=x"}}'),
		'BAD_REQUEST',
	],
	[
		'search parameters',
		idAtFront(
			'"p":{"u":"/library/show?data=%7B%7D","h":{"content-type":"application/x-www-form-urlencoded"},"b":"a=1"}',
		),
		'BAD_REQUEST',
	],
	['a stream as input', idAtFront('"p":{"u":"/library/show","h":{"content-type":"text/event-stream"}}'), 'BAD_REQUEST'],
	['headers that are a list', idAtFront('"p":{"u":"/library/show","h":[1,2],"b":{"json":{"id":5}}}'), 'BAD_REQUEST'],
	['a message of no kind', idAtFront('"t":99,"p":{"u":"/library/show","b":{"json":{}}}'), 'BAD_REQUEST'],
	['an event for no stream', idAtFront('"t":3,"p":{"e":"message","d":1}'), null],
	['an event without content', idAtFront('"t":3'), 'BAD_REQUEST'],
	['a cancellation of nothing', idAtFront('"t":4'), null],
	// Once took every other request of its connection along.
	['no id', '{"":"h1","p":{"u":"/library/burn"}}', null],
	['an id that is a number', '{"i":7,"p":{"u":"/library/show","b":{"json":{}}}}', null],
	['an id that is an object', '{"i":{},"p":{"u":"/library/show","b":{"json":{}}}}', null],
	['an id of every object', '{"i":"__proto__","p":{"u":"/library/show","b":{"json":{}}}}', null],
]
