// A route of the edge runtime, where WebAssembly cannot be compiled from bytes. The test puts no-page.js beside it.
import * as dialogs from 'tray-auth-dialog';
import { answers } from './no-page';

export const runtime = 'edge';
export const dynamic = 'force-dynamic';

export const GET = () => Response.json({ ...answers(dialogs), edge: typeof EdgeRuntime === 'string' });
