import { useQueryClient } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { ErrorState, useText } from '../ui/index.ts';

interface BoundaryProps {
  readonly children: ReactNode;
  /** The boundary opens again when this changes: another screen, another record. */
  readonly place: string;
}

interface BoundaryState {
  readonly failedAt: string | null;
  readonly attempt: number;
}

/** Keeps a defect in one screen from taking the product with it, and offers to draw that screen again. */
export class ScreenBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failedAt: null, attempt: 0 };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { failedAt: '' };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    if (state.failedAt === '') return { failedAt: props.place };
    return state.failedAt !== null && state.failedAt !== props.place ? { failedAt: null } : null;
  }

  override render(): ReactNode {
    if (this.state.failedAt !== null) {
      return <Failed onReload={() => this.setState(({ attempt }) => ({ failedAt: null, attempt: attempt + 1 }))} />;
    }
    return <Attempt key={this.state.attempt}>{this.props.children}</Attempt>;
  }
}

function Attempt({ children }: { readonly children: ReactNode }) {
  return children;
}

function Failed({ onReload }: { readonly onReload: () => void }) {
  const t = useText();
  const answers = useQueryClient();
  const reload = () => {
    // The answer that the screen could not draw must not be what it is drawn from again.
    answers.removeQueries({ type: 'inactive' });
    onReload();
  };
  return <ErrorState title={t('boundary.title')} detail={t('boundary.detail')} onRetry={reload} retryLabel={t('boundary.reload')} />;
}
