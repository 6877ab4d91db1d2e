import { QueryClientProvider } from '@tanstack/react-query';
import { createHashRouter, RouterProvider } from 'react-router';
import { Toasts } from '../ui/Toasts';
import { createQueryClient } from './queryClient';
import { routes } from './routes';

const client = createQueryClient();
const router = createHashRouter(routes);

export function App() {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
      <Toasts />
    </QueryClientProvider>
  );
}
