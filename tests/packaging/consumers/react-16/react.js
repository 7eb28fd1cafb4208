// What JSX becomes in that time needs `React` in every file.
import * as React from 'react';

export { React };
