"use client";

import { lazy, Suspense, type ComponentType, type ReactNode } from "react";

/** Load a component when it is first shown: next/dynamic without its size, which every reader would load. */
export function whenShown<P extends object>(load: () => Promise<ComponentType<P>>, meanwhile: ReactNode = null): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() }));
  return function WhenShown(props: P) {
    return (
      <Suspense fallback={meanwhile}>
        <Part {...props} />
      </Suspense>
    );
  };
}
