import { Component } from 'react';
import type { ReactNode } from 'react';

/**
 * Takes an error out of the screens before Ink's own boundary does: that one reads the source around it and wraps
 * its lines, which in a minified bundle takes minutes. A class, because React has no other kind of boundary.
 */
export class ErrorBoundary extends Component<
  { readonly onError: (error: unknown) => void; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
