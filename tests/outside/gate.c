/* Loaded before the libraries of the program (LD_PRELOAD): a worker, where it asks for its
 * memory, waits until nobody has the other end of the pipe that GATE names. */
#include <stdlib.h>
#include <unistd.h>

int mallopt(int what, int value)
{
    char byte;
    const char *gate = getenv("GATE");
    (void)what;
    (void)value;
    while (gate && read(atoi(gate), &byte, 1) > 0)
        continue;
    return 1;
}
