// The packages that samples import and that are not here: their own types are theirs to hold.
declare module 'express';
declare module 'hono';
