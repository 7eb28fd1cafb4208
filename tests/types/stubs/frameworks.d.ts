// What the package uses of each framework, for `npm run check`, which must not need the frameworks. Their own types are used by
// tests/types/compile.test.mjs.

declare module 'react' {
  export type ReactNode = unknown;
  export type ReactElement = object;
  interface Context<Value> {
    Provider: (props: { value: Value }) => unknown;
  }
  export function createContext<Value>(value: Value): Context<Value>;
  export function createElement(type: unknown, props: unknown, ...children: unknown[]): ReactElement;
  export function useContext<Value>(context: Context<Value>): Value;
  export function useEffect(effect: () => unknown, deps?: readonly unknown[]): void;
  export function useRef<Value>(value: Value): { current: Value };
  export function useState<Value>(initial: () => Value): [Value, (value: Value) => void];
}

declare module 'vue' {
  export interface Ref<Value = unknown> {
    value: Value;
  }
  export interface ComputedRef<Value = unknown> extends Ref<Value> {}
  export interface InjectionKey<Value> {
    readonly provides?: Value;
  }
  export function computed<Value>(get: () => Value): ComputedRef<Value>;
  export function getCurrentInstance(): object | null;
  export function getCurrentScope(): object | undefined;
  export function inject<Value>(key: symbol, otherwise: Value): Value;
  export function onMounted(run: () => void): void;
  export function onScopeDispose(stop: () => void): void;
  export function shallowRef<Value>(value: Value): Ref<Value>;
  export function unref<Value>(ref: Value | Ref<Value>): Value;
}

declare module 'svelte' {
  export function getContext(key: unknown): unknown;
  export function onDestroy(stop: () => void): void;
  export function onMount(run: () => void): void;
  export function setContext(key: unknown, value: unknown): void;
}

declare module 'svelte/store' {
  export function get(store: unknown): unknown;
}
