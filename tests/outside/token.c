/* A token that is pulled: passes all on to the PKCS#11 module TOKEN_MODULE, until TOKEN_LASTS
 * signatures were made; then the device is gone (CKR_DEVICE_REMOVED), whatever it is asked. */
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>

/* CK_FUNCTION_LIST of PKCS#11 2.40: a version, then the functions in the order of the standard. */
enum { FUNCTIONS = 68, SIGN_INIT = 42, SIGN = 43, REMOVED = 0x32 };

typedef unsigned long (*sign_init_call)(unsigned long, void *, unsigned long);
typedef unsigned long (*sign_call)(unsigned long, unsigned char *, unsigned long, unsigned char *,
                                   unsigned long *);

struct functions {
    unsigned char major, minor;
    void *all[FUNCTIONS];
};

static struct functions ours;
static sign_init_call sign_init;
static sign_call sign;
static long left;

static unsigned long begin(unsigned long session, void *mechanism, unsigned long key)
{
    return left > 0 ? sign_init(session, mechanism, key) : REMOVED;
}

/* Asked for the length alone, the token is still there. */
static unsigned long finish(unsigned long session, unsigned char *data, unsigned long length,
                            unsigned char *signature, unsigned long *room)
{
    if (signature && left-- <= 0)
        return REMOVED;
    return sign(session, data, length, signature, room);
}

unsigned long C_GetFunctionList(struct functions **list)
{
    const char *lasts = getenv("TOKEN_LASTS");
    void *module = dlopen(getenv("TOKEN_MODULE"), RTLD_NOW | RTLD_LOCAL);
    unsigned long (*get)(struct functions **) = NULL;
    struct functions *theirs;
    if (module)
        *(void **)&get = dlsym(module, "C_GetFunctionList");
    if (!get || get(&theirs) != 0)
        return 0x05; /* CKR_GENERAL_ERROR */
    ours = *theirs;
    left = lasts ? atol(lasts) : 0;
    sign_init = (sign_init_call)theirs->all[SIGN_INIT];
    sign = (sign_call)theirs->all[SIGN];
    ours.all[SIGN_INIT] = (void *)begin;
    ours.all[SIGN] = (void *)finish;
    *list = &ours;
    return 0;
}
